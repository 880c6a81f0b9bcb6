using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>One label of a domain.</summary>
internal readonly record struct Label(int Start, int End)
{
    // What DNS allows; a spelled at sign may stand before every word of a text.
    private const int Longest = 63;

    public bool IsEmpty => End == Start;

    /// <summary>The label without the spaces it may be written with.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text)
    {
        var label = text[Start..End];
        return label.Contains(' ') ? label.ToString().Replace(" ", "", StringComparison.Ordinal) : label;
    }

    /// <summary>Reads a label; "g mail" and "g m a i l" are one.</summary>
    public static Label Read(ReadOnlySpan<char> text, int start, AtForm form)
    {
        var limit = form == AtForm.Tight ? text.Length : Math.Min(text.Length, start + Longest);
        var end = start;
        while (end < limit)
        {
            if (char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
                continue;
            }
            // gma!l
            if (text[end] is '|' or '!' && end > start && end + 1 + WordAt(text[..limit], end + 1).Length is var whole && KnownDomains.IsProvider(text[start..whole]))
            {
                end = whole;
                continue;
            }
            var rune = WordEdge.RuneAt(text, end);
            // site_dot_com
            if (!IsLabel(rune) || (rune.Value is '-' or '_' && MayBeDot(text, end + 1) && Dot.TryReadSpelled(text, end, out _)))
                break;
            end += rune.Utf16SequenceLength;
        }
        if (end == start)
            return new Label(start, start);

        var next = WordAt(text, SkipSpace(text, end));
        if (KnownDomains.AreProvider(text[start..end], next))
            return new Label(start, SkipSpace(text, end) + next.Length);
        return new Label(start, SpacedLetters.EndOf(text, start, end));
    }

    private static bool MayBeDot(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is 'd' or 'ड' or '.' or ' ' or '-' or '_';
}
