using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

[Collection(RedisCollection.Name)]
public sealed class WeirdInputTests(RedisFixture fixture)
{
    private static readonly Ruleset _ruleset = Ruleset.Read(Path.Combine(AppContext.BaseDirectory, "seeds"));

    public static TheoryData<string> Kinds => [.. Texts.Keys];

    private static Dictionary<string, string> Texts { get; } = new()
    {
        ["nothing"] = "",
        ["white space"] = " \t\r\n\u00A0\u3000",
        ["lone high surrogate"] = "a\uD83D b.com",
        ["lone low surrogate"] = "\uDE00\uDE00 b.com",
        ["surrogates in the wrong order"] = "\uDE00\uD83D",
        ["NUL"] = "a\0b\0.com",
        ["bidi controls"] = "\u202Emoc.a\u202C \u2066https://a.example\u2069",
        ["64 KiB of combining marks"] = "क" + new string('\u0301', 65_535),
        ["64 KiB of viramas"] = new string('\u094D', 65_536),
        ["64 KiB of joiners"] = new string('\u200D', 65_536),
        ["a million links"] = string.Concat(Enumerable.Repeat("a.in ", 1_000_000)),
        ["a link of a million dots"] = string.Concat(Enumerable.Repeat("a.", 500_000)),
        ["a million letters"] = new string('a', 1_000_000),
        ["a million hyphens"] = string.Concat(Enumerable.Repeat("a-", 500_000)) + ".com",
        ["a million at signs"] = string.Concat(Enumerable.Repeat("a.com@", 200_000)),
        ["half a link, again and again"] = string.Concat(Enumerable.Repeat("https://", 100_000)),
        ["one ligature that becomes many"] = new string('\uFDFA', 50_000),
        ["a rule's own words"] = string.Concat(Enumerable.Repeat("www. http:// . .com @ | # ", 10_000)),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Any_text_gets_a_verdict_with_spans_inside_it(string kind)
    {
        var text = Texts[kind];
        var comment = SomeComment.With(text, name: text, email: text, ip: text);
        var facts = new RedisFacts(fixture.Redis);
        var site = SomeSite.New();

        var views = new CommentText(comment);
        var query = FactsQuery.Of(site, comment, views.Body, _ruleset.Limits, dryRun: false);
        var verdict = _ruleset.Judge(new Draft(views, await facts.ReadAsync(query))).Verdict;

        Assert.All(verdict.Findings.SelectMany(finding => finding.Spans), span => Assert.InRange(span.Start + span.Length, span.Start + 1, text.Length));
    }
}
