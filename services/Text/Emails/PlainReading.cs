using System.Globalization;
using System.Text;
using Moderation.Text.Phrases;

namespace Moderation.Text.Emails;

/// <summary>
/// A view as those read it who do not look closely: look-alike letters of other alphabets are the Latin ones, accents and
/// strokes are gone, as are HTML tags, and letters that stand apart are one word. Hindi stays as it is.
/// </summary>
internal sealed class PlainReading
{
    private const int LongestTag = 48;
    private const int FewestLetters = 5;

    private static readonly WordSet _breaks = new("br p div li td tr hr h1 h2 h3");

    private readonly char[] _text;
    private readonly int[] _starts;
    private int _count;

    private PlainReading(int length)
    {
        _text = new char[length];
        _starts = new int[length];
    }

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _count);

    /// <summary>Where a unit of the reading begins in the view.</summary>
    public int StartOf(int unit) => _starts[unit];

    /// <summary>Where it ends.</summary>
    public int EndOf(int unit) => _starts[unit] + (char.IsHighSurrogate(Text[unit]) ? 2 : 1);

    /// <summary>The plain reading of a view; null if it is the view itself.</summary>
    public static PlainReading? Of(ReadOnlySpan<char> view)
    {
        if (!Oddities.OccurIn(view))
            return null;
        var reading = new PlainReading(view.Length);
        reading.Read(view);
        return view.SequenceEqual(reading.Text) ? null : reading;
    }

    private void Read(ReadOnlySpan<char> view)
    {
        for (var at = 0; at < view.Length;)
        {
            if (view[at] == '<' && TagLength(view[at..]) is var tag and > 0)
            {
                if (_breaks.Contains(AddressChars.WordAt(view[..(at + tag)], at + 1)))
                    Add(' ', at);
                at += tag;
            }
            else if (view[at] == '\\' && EscapeLength(view[at..], out var escaped) is var escape and > 0)
            {
                Add(escaped, at);
                at += escape;
            }
            else if (IsTornAt(view, at))
            {
                Add('a', at);
                Add('t', at + 2);
                at += 3;
            }
            else if (SpacedRun(view, at) is var run && run > at)
            {
                for (var gap = view[at + 1]; at < run; at++)
                {
                    // Between words there are two.
                    if (view[at] != gap || view[at + 1] == gap)
                        Add(view[at], at);
                }
            }
            else
                at += ReadOne(view, at);
        }
    }

    private int ReadOne(ReadOnlySpan<char> view, int at)
    {
        var unit = view[at];
        if (unit < 0x80)
            Add(unit, at);
        else if (!char.IsSurrogate(unit))
        {
            var code = Alphabet.Of(unit);
            // Marks of Devanagari change what is read, others only adorn it.
            if (code != Alphabet.Ignored || unit is >= '\u0900' and <= '\u097F')
                Add(Alphabet.IsLatin(code) ? code : unit, at);
        }
        else
        {
            Rune.DecodeFromUtf16(view[at..], out var rune, out var length);
            if (Alphabet.Of(rune) is var code && Alphabet.IsLatin(code))
                Add(code, at);
            else
            {
                Add(unit, at);
                if (length == 2)
                    Add(view[at + 1], at);
            }
            return length;
        }
        return 1;
    }

    private void Add(char unit, int at)
    {
        _text[_count] = unit;
        _starts[_count++] = at;
    }

    private static bool IsTornAt(ReadOnlySpan<char> view, int at) =>
        view[at] == 'a' && view[at..] is ['a', ' ', 't', var after, ..] && !AddressChars.IsWordPart(after) && (at == 0 || !AddressChars.IsWordPart(view[at - 1]));

    /// <summary>The end of <c>n a a m</c> or <c>n-a-a-m</c> that begins here; the place itself if it is none.</summary>
    private static int SpacedRun(ReadOnlySpan<char> view, int at)
    {
        if (!IsSpaceable(view[at]) || (at > 0 && AddressChars.IsWordPart(view[at - 1])) || at + 2 >= view.Length || view[at + 1] is not (' ' or '-' or '_'))
            return at;
        var (end, letters) = (at + 1, 1);
        while (end + 1 < view.Length && view[end] == view[at + 1])
        {
            var next = view[end + 1] == ' ' && view[end] == ' ' ? end + 2 : end + 1;
            if (next >= view.Length || !IsSpaceable(view[next]))
                break;
            end = next + 1;
            letters++;
        }
        // What goes on without a gap is a word, of which only the first letter belongs here.
        if (end < view.Length && view[end] != view[at + 1] && AddressChars.IsWordPart(view[end]))
        {
            end = AddressChars.SkipSpaceBack(view, end - 1);
            letters--;
        }
        return letters >= FewestLetters ? end : at;
    }

    private static bool IsSpaceable(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '@' or '.';

    /// <summary>The length of <c>\u0040</c> or <c>\x40</c>, as programs write what they mean by it.</summary>
    private static int EscapeLength(ReadOnlySpan<char> text, out char unit)
    {
        unit = '\0';
        var digits = text.Length > 1 ? text[1] switch { 'u' => 4, 'x' => 2, _ => 0 } : 0;
        if (digits == 0 || text.Length < digits + 2 || !int.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return 0;
        unit = char.ToLowerInvariant((char)value);
        return value is > ' ' and < 0x7F ? digits + 2 : 0;
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || !(char.IsAsciiLetter(text[1]) || text[1] is '/' or '!'))
            return 0;
        var end = text[1..Math.Min(text.Length, LongestTag)].IndexOfAny('<', '>');
        var tag = end < 0 || text[end + 1] == '<' ? default : text[1..(end + 1)];
        // <at> and <dot> are signs, <naam@example.com> is an address.
        return tag.IsEmpty || SpelledSigns.At.Contains(tag) || SpelledSigns.Dot.Contains(tag) || tag.Contains('@') ? 0 : end + 2;
    }
}
