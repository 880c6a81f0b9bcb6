using System.Globalization;
using System.Text.Json;

namespace Moderation.Benchmarks.Flow;

/// <summary>Comments that the rules approve: no two share their text, their author or their network.</summary>
internal static class DistinctComments
{
    private const int PerLanguage = 4;
    private const int Length = 190;
    private static readonly string[] _texts = SampleTexts.Cut(PerLanguage, Length, kind => kind is "good");

    /// <summary>The body of the request.</summary>
    public static byte[] Json(int number) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        page = new { id = $"page-{number % 100}", url = $"https://news.example.com/{number % 100}", title = "बारिश की ख़बर" },
        author = new { name = $"Pathak {number}", email = $"pathak{number}@example.org" },
        body = string.Create(CultureInfo.InvariantCulture, $"{number}. {_texts[number % _texts.Length]}"),
        client = new { ip = Address(number), userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" },
    });

    // A /64 each, of the range for documentation.
    private static string Address(int number) => $"2001:db8:{number >> 16:x}:{number & 0xffff:x}::1";
}
