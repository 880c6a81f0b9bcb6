using System.Text;

namespace Moderation.Text.Emails;

/// <summary>A circled a among plain letters, which a view reads as an a: <c>naamⓐexample.com</c>.</summary>
internal static class CircledAt
{
    /// <summary>The text with at signs for circled letters that stand alone, as long as it was; null if it has none.</summary>
    public static string? In(string text)
    {
        var first = Ascii.IsValid(text) ? -1 : text.AsSpan().IndexOfAny('ⓐ', 'Ⓐ', 'ª');
        if (first < 0)
            return null;
        var signed = new StringBuilder(text);
        for (var at = first; at < text.Length; at++)
        {
            if (text[at] is 'ⓐ' or 'Ⓐ' or 'ª' && !(at > 0 && IsCircled(text[at - 1])) && !(at + 1 < text.Length && IsCircled(text[at + 1])))
                signed[at] = '@';
        }
        return signed.ToString();
    }

    private static bool IsCircled(char unit) => unit is >= 'Ⓐ' and <= 'ⓩ';
}
