using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>Goes from one at sign of a view to the next, signed or spelled. It looks for each way of writing one by itself, which is faster than for all.</summary>
internal ref struct AtSignFinder(ReadOnlySpan<char> text)
{
    private const string Brackets = "([{";

    private readonly ReadOnlySpan<char> _text = text;
    private int _sign = -1;
    private int _latin = -1;
    private int _devanagari = -1;
    private int _bracket = -1;

    /// <summary>The next at sign whose own characters begin at <paramref name="from"/> or later.</summary>
    public bool TryFind(int from, out AtSign sign)
    {
        for (; Next(from) is var at && at < _text.Length; from = at + 1)
        {
            if (AtSign.TryReadAt(_text, at, out sign))
                return true;
        }
        sign = default;
        return false;
    }

    private int Next(int from)
    {
        if (from >= _text.Length)
            return from;
        if (_sign < from)
            _sign = _text[from..].IndexOf('@') is var found and >= 0 ? from + found : int.MaxValue;
        if (_latin < from)
            _latin = NextLatin(from);
        if (_devanagari < from)
            _devanagari = NextDevanagari(from);
        if (_bracket < from)
            _bracket = NextBracket(from);
        return Math.Min(Math.Min(_sign, _latin), Math.Min(_devanagari, _bracket));
    }

    /// <summary>The next "at" that may stand by itself, or begin "attherate".</summary>
    private readonly int NextLatin(int from)
    {
        for (var at = from; _text[at..].IndexOf("at") is var found and >= 0; at++)
        {
            at += found;
            var after = at + 2 < _text.Length ? _text[at + 2] : ' ';
            if (after is 't' or 'h' or 'r' or 'd' || !(IsWordPart(after) || (at > 0 && IsWordPart(_text[at - 1]))))
                return at;
        }
        return int.MaxValue;
    }

    /// <summary>The next एट, ऐट, अट, ऍट, ॲट, एैट or अॅट.</summary>
    private readonly int NextDevanagari(int from)
    {
        for (var at = from; _text[at..].IndexOf('ट') is var found and >= 0; at++)
        {
            at += found;
            if (at > from && _text[at - 1] is 'ए' or 'ऐ' or 'अ' or 'ऍ' or 'ॲ')
                return at - 1;
            if (at > from + 1 && (_text[at - 2], _text[at - 1]) is ('ए', '\u0948') or ('अ', '\u0945'))
                return at - 2;
        }
        return int.MaxValue;
    }

    /// <summary>The next (a), [a] or {a}.</summary>
    private readonly int NextBracket(int from)
    {
        for (var at = from; _text[at..].IndexOfAny(Brackets) is var found and >= 0; at++)
        {
            at += found;
            if (_text[at..] is ['(', 'a', ')', ..] or ['[', 'a', ']', ..] or ['{', 'a', '}', ..])
                return at;
        }
        return int.MaxValue;
    }
}
