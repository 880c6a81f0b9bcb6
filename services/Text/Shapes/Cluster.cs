using System.Globalization;
using System.Text;

namespace Moderation.Text.Shapes;

/// <summary>One character as a reader counts them (grapheme cluster).</summary>
internal static class Cluster
{
    private const char Keycap = '\u20E3';
    private const char EmojiStyle = '\uFE0F';
    private const int FirstCombining = 0x300;

    /// <summary>How many units the first character of the text has. The commonest are told without the tables.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var first = text[0];
        if (first is < (char)0x7F and not '\r')
        {
            if (text.Length == 1 || text[1] < FirstCombining)
                return 1;
        }
        else if (Segment.IsPlainLetter(first) && first >= 'ऄ')
        {
            var end = 1;
            while (end < text.Length && (Segment.IsPlainMark(text[end]) || text[end] == '\u093C'))
                end++;
            if (end == text.Length || text[end] < FirstCombining || Segment.IsPlainLetter(text[end]))
                return end;
        }
        return StringInfo.GetNextTextElementLength(text);
    }

    /// <summary>Whether the character is an exclamation mark, a question mark, an ellipsis or one of their relatives.</summary>
    public static bool IsMark(Rune rune) => rune.IsAscii ? rune.Value is '!' or '?' : rune.Value is
        '！' or '？' or '‼' or '⁉' or '⁇' or '⁈' or '…' or '‽' or '¡' or '¿' or '؟' or '❗' or '❕' or '❓' or '❔';

    public static bool IsEmoji(ReadOnlySpan<char> cluster, Rune first)
    {
        if (first.Value is >= 0x1F000 and <= 0x1FAFF)
            return first.Value is not (>= 0x1F100 and <= 0x1F16F);
        if (first.Value is >= 0x2600 and <= 0x27BF)
            return first.Value is not (>= 0x2768 and <= 0x2793);
        return first.Value is 0x231A or 0x231B or 0x23E9 or 0x23EA or 0x23EB or 0x23EC or 0x23F0 or 0x23F3 or 0x25FD or 0x25FE or 0x2B1B or 0x2B1C
            or 0x2B50 or 0x2B55 || (cluster.Length > 1 && (cluster[^1] == Keycap || cluster[1] == EmojiStyle));
    }
}
