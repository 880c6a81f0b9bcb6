using System.Text.Json;
using Moderation.Text;
using Moderation.Worker.Facts;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class NearTextTests
{
    /// <summary>The hashes are keyed by the site, so what one key happens to miss another sees.</summary>
    private static readonly Hosting.Sites.Site[] _sites = [.. Enumerable.Range(0, 40).Select(number => SomeSite.New() with { Id = "demo", Secret = $"secret {number}" })];

    public static TheoryData<string, double> Kinds => new()
    {
        { "number", 0.97 },
        { "emoji", 1 },
        { "words", 0.75 },
        { "shape", 1 },
        { "added", 0.98 },
        { "stretch", 1 },
        { "name", 0.97 },
        { "link", 1 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Copies_with_small_changes_are_nearly_the_same(string kind, double atLeast)
    {
        var pairs = Copies().Where(copy => copy.Kind == kind).ToList();

        var seen = _sites.SelectMany(site => pairs, (site, pair) => Shared(site, pair.Original, pair.Copy) >= NearTextKeys.Needed).ToList();

        Assert.InRange(seen.Count(near => near) / (double)seen.Count, atLeast, 1);
    }

    [Fact]
    public void Every_kind_of_copy_is_tried() =>
        Assert.Equal(Kinds.Select(kind => (string)((object[])kind)[0]).Order(), Copies().Select(copy => copy.Kind).Distinct().Order());

    [Fact]
    public void Different_comments_on_one_subject_are_not_nearly_the_same()
    {
        var texts = Lines("same-topic.txt").Concat(Samples()).Concat(Copies().Select(copy => copy.Original)).Distinct().ToList();
        var alike = new List<string>();

        foreach (var site in _sites.Take(10))
        {
            var keys = texts.Select(text => Keys(site, text)).ToList();
            for (var one = 0; one < texts.Count; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    if (keys[one].Intersect(keys[other]).Count() >= NearTextKeys.Needed)
                    {
                        alike.Add($"{texts[one]} | {texts[other]}");
                    }
                }
            }
        }

        Assert.Empty(alike);
    }

    [Theory]
    [InlineData("Work from home and earn daily, ask me how it is done")]
    [InlineData("w o r k  f r o m  h o m e  a n d  e a r n  d a i l y, a s k  m e  h o w  i t  i s  d o n e")]
    [InlineData("WORK FROM HOME 💰 AND EARN DAILY!!! ASK ME HOW IT IS DONE 9876543210")]
    [InlineData("1. Work-from-home and earn — daily; ask_me_how it is done https://example.com/x?y=1")]
    [InlineData("Wooork from hooome aaand earn dailyyy, ask me hooow it is donnne reader@example.com")]
    [InlineData("www.example.com Work from home and earn daily, ask me how it is done t.me/name")]
    public void What_a_copier_changes_does_not_matter(string copy) =>
        Assert.Equal(Keys(_sites[0], "work from home and earn daily ask me how it is done"), Keys(_sites[0], copy));

    [Theory]
    [InlineData("")]
    [InlineData("A fine report, thank you.")]
    [InlineData("बहुत अच्छा लेख है, धन्यवाद")]
    [InlineData("Jai ho jai ho jai ho jai ho jai ho jai ho jai ho jai ho jai ho")]
    [InlineData("1234567890 1234567890 1234567890 1234567890 1234567890 1234567890")]
    [InlineData("https://example.com/a-very-long-address-that-says-nothing-at-all-about-the-text")]
    [InlineData("😀😃😄😁😆😅😂🤣😊😇🙂🙃😉😌😍🥰😘😗😙😚😋😛😝😜🤪🤨🧐🤓😎")]
    public void A_text_with_little_in_it_has_no_keys(string text) => Assert.Empty(Keys(_sites[0], text));

    [Fact]
    public void A_text_cannot_be_followed_from_site_to_site()
    {
        const string Text = "work from home and earn daily ask me how it is done";

        Assert.Empty(Keys(_sites[0], Text).Intersect(Keys(_sites[1], Text)));
    }

    [Fact]
    public void Keys_are_the_smallest_hashes_each_once()
    {
        var text = string.Concat(Enumerable.Repeat("the rain came early this year and the lake is full again ", 40));

        var keys = Keys(_sites[0], text);

        Assert.Equal(NearTextKeys.Count, keys.Distinct().Count());
        Assert.Equal(keys, Keys(_sites[0], text + text));
    }

    private static int Shared(Hosting.Sites.Site site, string one, string other) => Keys(site, one).Intersect(Keys(site, other)).Count();

    private static IReadOnlyList<string> Keys(Hosting.Sites.Site site, string text) => NearTextKeys.Of(site, TextView.Clean(text));

    private static IEnumerable<(string Kind, string Original, string Copy)> Copies()
    {
        string? original = null;
        foreach (var line in Lines("near-copies.txt"))
        {
            if (line.Length == 0)
            {
                original = null;
            }
            else if (original is null)
            {
                original = line;
            }
            else
            {
                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                yield return (line[..colon], original, line[(colon + 2)..]);
            }
        }
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Setup", file)).Where(line => !line.StartsWith('#'));

    private static IEnumerable<string> Samples() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seeds", "comments.jsonl")).Select(line => JsonElement.Parse(line).GetProperty("body").GetString()!);
}
