using System.Buffers;
using System.Globalization;
using System.Text;

namespace Moderation.Publisher;

/// <summary>Text without what can break or turn around the page it is shown on.</summary>
internal static class PublicText
{
    /// <summary>
    /// Removes control characters other than line feed and tab, the bidi controls that embed, override or isolate, and lone
    /// surrogates. Every kind of line end becomes a line feed.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var rest = text.ReplaceLineEndings("\n").AsSpan();
        while (!rest.IsEmpty)
        {
            var whole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            if (whole && IsAllowed(rune))
            {
                clean.Append(rest[..length]);
            }

            rest = rest[length..];
        }

        return clean.ToString();
    }

    /// <summary>The same, on one line.</summary>
    public static string CleanLine(string text) => Clean(text).Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>Whether there is anything to see in the text.</summary>
    public static bool IsVisible(string text) =>
        text.EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format);

    private static bool IsAllowed(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => false,
        _ => !Rune.IsControl(rune),
    };
}
