using System.Text;
using System.Text.Json;
using Moderation.Contracts;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.Flow;

/// <summary>
/// Comments that the rules approve: no two share their author or their network, and each has words of the
/// samples in an order of its own and made-up ones among them, so that none is nearly the same as another.
/// </summary>
internal static class DistinctComments
{
    private const int Length = 190;
    private const int Pages = 1000;
    private const int Tries = 100;
    private static readonly Ruleset _ruleset = Ruleset.Read(Repository.Seeds);

    // Readers who write Hinglish mix it with English.
    private static readonly string[][] _words = [SampleTexts.Words("hi"), SampleTexts.Words("hi-Latn", "en")];

    private static readonly string[][] _syllables =
    [
        ["ना", "लो", "मी", "वे", "रा", "सु", "ता", "नी", "ले", "मो", "वा", "री", "तु", "सो", "ने", "ला"],
        ["na", "lo", "mi", "ve", "ra", "su", "ta", "ni", "le", "mo", "va", "ri", "tu", "so", "ne", "la"],
    ];

    /// <summary>The body of the request.</summary>
    public static byte[] Json(int number) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        page = new { id = $"page-{number % Pages}", url = $"https://news.example.com/{number % Pages}", title = "बारिश की ख़बर" },
        author = new { name = Name(number), email = $"pathak{number}@example.org" },
        body = Text(number),
        client = new { ip = Address(number), userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" },
    });

    private static string Name(int number) => $"Pathak {number}";

    // Words at random say something by chance now and then.
    private static string Text(int number)
    {
        var random = new Random(number);
        var text = Draw(random, number);
        for (var tries = 1; tries < Tries && !IsInnocent(Name(number), text); tries++)
        {
            text = Draw(random, number);
        }

        return text;
    }

    private static string Draw(Random random, int number)
    {
        var (words, syllables) = (_words[number % _words.Length], _syllables[number % _syllables.Length]);
        var text = new StringBuilder();
        while (text.Length < Length)
        {
            text.AppendJoin(' ', random.GetItems(words, 2)).Append(' ').AppendJoin("", random.GetItems(syllables, 3)).Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    private static bool IsInnocent(string name, string text)
    {
        var comment = new CommentSubmitted
        {
            CommentId = Guid.Empty,
            SiteId = ModerationSystem.Site,
            Page = new Page { Id = "1", Url = "http://localhost/", Title = "1" },
            Author = new Author { Name = name, Email = "pathak@example.org" },
            Body = text,
            Client = new Client(),
            SubmittedAt = DateTimeOffset.UnixEpoch,
        };
        return _ruleset.Judge(new Draft(new CommentText(comment), KnownFacts.Nothing)).Verdict.Findings.Count == 0;
    }

    // A /48 each, of the range for documentation (RFC 9637). An address of 2001:db8::/32 could be on the shipped block list.
    private static string Address(int number) => $"3fff:{number >> 16:x}:{number & 0xffff:x}::1";
}
