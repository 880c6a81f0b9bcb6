using System.Text;
using System.Text.Json;

namespace Moderation.Benchmarks.Flow;

/// <summary>
/// Comments that the rules approve: no two share their author or their address, and each is made of other words of the
/// samples, so that none is nearly the same as another.
/// </summary>
internal static class DistinctComments
{
    private const int Length = 190;
    private const int Pages = 1000;

    // Readers who write Hinglish mix it with English.
    private static readonly string[][] _words = [SampleTexts.Words("hi"), SampleTexts.Words("hi-Latn", "en")];

    /// <summary>The body of the request.</summary>
    public static byte[] Json(int number) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        page = new { id = $"page-{number % Pages}", url = $"https://news.example.com/{number % Pages}", title = "बारिश की ख़बर" },
        author = new { name = $"Pathak {number}", email = $"pathak{number}@example.org" },
        body = Text(number),
        client = new { ip = Address(number), userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" },
    });

    private static string Text(int number)
    {
        var random = new Random(number);
        var words = _words[number % _words.Length];
        var text = new StringBuilder();
        while (text.Length < Length)
        {
            text.Append(random.GetItems(words, 1)[0]).Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    // A /64 each, of the range for documentation, and few of them in one /48.
    private static string Address(int number) => $"2001:db8:{number & 0xffff:x}:{number >> 16:x}::1";
}
