using System.Text;

namespace Moderation.Text.Contacts;

/// <summary>The digits of a view in groups, read in one pass.</summary>
internal sealed class DigitGroups
{
    private const int WidestGap = 4;
    private const int MostLetters = 2;

    private readonly StringBuilder _digits = new();

    private DigitGroups() { }

    public List<DigitGroup> Groups { get; } = [];

    /// <summary>All digits of the view as plain ones.</summary>
    public string Digits { get; private set; } = "";

    public static DigitGroups Of(ReadOnlySpan<char> text)
    {
        var groups = new DigitGroups();
        for (var at = Contacts.Digits.NextIn(text, 0); at < text.Length;)
        {
            var first = groups._digits.Length;
            var end = groups.ReadDigits(text, at);
            var next = Contacts.Digits.NextIn(text, end);
            var gap = next < text.Length ? GapOf(text[end..next]) : Gap.Break;
            groups.Groups.Add(new DigitGroup(at, end, first, groups._digits.Length - first, gap));
            at = next;
        }
        groups.Digits = groups._digits.ToString();
        return groups;
    }

    private int ReadDigits(ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (Contacts.Digits.ValueOf(text[at]) is var value and >= 0)
                _digits.Append((char)('0' + value));
            else if (!Contacts.Digits.IsKeycap(text[at]))
            {
                var end = ReadLetters(text, at);
                if (end == at)
                    break;
                foreach (var letter in text[at..end])
                    _digits.Append(letter == 'o' ? '0' : '1');
                at = end - 1;
            }
        }
        return at;
    }

    /// <summary>Reads letters that stand for digits, if digits follow: 98O76l2345.</summary>
    private static int ReadLetters(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MostLetters && text[end] is 'o' or 'l' or 'i')
            end++;
        return end < text.Length && Contacts.Digits.ValueOf(text[end]) >= 0 ? end : at;
    }

    private static Gap GapOf(ReadOnlySpan<char> text)
    {
        if (text.Length > WidestGap)
            return Gap.Break;
        var gap = Gap.Space;
        foreach (var unit in text)
        {
            var kind = unit switch
            {
                '\n' or '\r' or '+' or '@' or '₹' or '$' or '€' or '£' or '।' => Gap.Break,
                ' ' or '\t' => Gap.Space,
                '-' or '‐' or '‑' or '–' or '—' or '−' or '(' or ')' or '[' or ']' or '_' or '~' or '*' => Gap.Hyphen,
                '.' or '·' or '•' => Gap.Dot,
                _ when char.IsLetter(unit) => Gap.Break,
                _ => Gap.Odd,
            };
            if (kind == Gap.Break)
                return Gap.Break;
            gap = kind > gap ? kind : gap;
        }
        return gap;
    }
}
