using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ganss.Xss;

namespace Moderation.Publisher;

/// <summary>
/// Plain text as HTML that is safe between any two tags: paragraphs, line breaks and links made of bare http(s) addresses;
/// everything else is encoded.
/// </summary>
internal static class SafeHtml
{
    // Readers wrote the addresses: no credit from search engines, no handle on the page they came from.
    private const string LinkRelation = "ugc nofollow noopener";

    // Devanagari stays readable in the source; the encoder never lets <, >, & and quotes through.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly HtmlSanitizer _secondWall = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string> { "p", "br", "a" },
        AllowedAttributes = new HashSet<string> { "href", "rel" },
        UriAttributes = new HashSet<string> { "href" },
        AllowedSchemes = new HashSet<string> { Uri.UriSchemeHttp, Uri.UriSchemeHttps },
    });

    public static string Of(string text)
    {
        var html = new StringBuilder();
        var open = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                html.Append(open ? "</p>" : "");
                open = false;
                continue;
            }

            html.Append(open ? "<br>" : "<p>");
            AppendLine(html, line.TrimEnd().ToString());
            open = true;
        }

        return _secondWall.Sanitize(html.Append(open ? "</p>" : "").ToString());
    }

    private static void AppendLine(StringBuilder html, string line)
    {
        var from = 0;
        while (BareUrl.TryFind(line, from, out var found))
        {
            html.Append(_encoder.Encode(line[from..found.Start]));
            var shown = _encoder.Encode(line[found.Start..found.End]);
            html.Append(CultureInfo.InvariantCulture, $"""<a href="{_encoder.Encode(found.Address)}" rel="{LinkRelation}">{shown}</a>""");
            from = found.End;
        }

        html.Append(_encoder.Encode(line[from..]));
    }
}
