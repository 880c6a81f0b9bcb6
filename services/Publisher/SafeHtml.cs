using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Moderation.Publisher;

/// <summary>Plain text as HTML that is safe between any two tags: paragraphs and line breaks, everything else encoded.</summary>
internal static class SafeHtml
{
    // Devanagari stays readable in the source; the encoder never lets <, >, & and quotes through.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

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

            html.Append(open ? "<br>" : "<p>").Append(_encoder.Encode(line.TrimEnd().ToString()));
            open = true;
        }

        return html.Append(open ? "</p>" : "").ToString();
    }
}
