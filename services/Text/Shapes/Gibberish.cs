using System.Runtime.CompilerServices;

namespace Moderation.Text.Shapes;

/// <summary>Tells text from what falls out of a keyboard.</summary>
public static class Gibberish
{
    // Less says too little.
    private const int FewestLetters = 8;

    private static readonly UnitKind[] _kinds = [.. Enumerable.Range(0, 0x980).Select(unit => KindOf((char)unit))];

    private enum UnitKind : byte
    {
        Other,
        Latin,
        Devanagari,
        OtherLetter,
        Dot,
        /// <summary>What names, tags, addresses and codes have and words have not.</summary>
        NotInWords,
        Space,
    }

    /// <summary>
    /// How little the text is like words of Hindi, Hinglish or English: the share of its letters, 0 to 1, that stand in words no one
    /// writes. From 0.4 on it is hardly ever a text. Fewer than eight letters are 0, as are other scripts.
    /// </summary>
    /// <param name="view">Either view will do.</param>
    public static double Score(TextView view)
    {
        ArgumentNullException.ThrowIfNull(view);

        var text = view.Text.AsSpan();
        var sum = new Sum();
        for (var at = 0; at < text.Length;)
        {
            var (end, seen) = (at, 0);
            for (UnitKind kind; end < text.Length && (kind = Kind(text[end])) != UnitKind.Space; end++)
                seen |= 1 << (int)kind;
            if ((seen & 1 << (int)UnitKind.NotInWords) == 0 && ((seen & 1 << (int)UnitKind.Dot) == 0 || !IsHost(text[at..end])))
                sum.AddWordsOf(text[at..end]);
            at = end + 1;
        }
        return sum.Score;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UnitKind Kind(char unit) => unit < _kinds.Length ? _kinds[unit] : KindOf(unit);

    private static UnitKind KindOf(char unit) => unit switch
    {
        '.' => UnitKind.Dot,
        '@' or '#' or '/' or '_' or '\\' or '=' or (>= '0' and <= '9') or (>= '०' and <= '९') => UnitKind.NotInWords,
        _ when char.IsWhiteSpace(unit) => UnitKind.Space,
        _ when char.IsAsciiLetter(unit) => UnitKind.Latin,
        _ when DevanagariWord.IsOf(unit) => UnitKind.Devanagari,
        _ when char.IsLetter(unit) => UnitKind.OtherLetter,
        _ => UnitKind.Other,
    };

    private static bool IsHost(ReadOnlySpan<char> token) =>
        token.TrimStart('.').IndexOf('.') is var dot and >= 0 && token.TrimStart('.')[dot..].TrimStart('.') is [var next, ..] && char.IsLetter(next);

    private ref struct Sum
    {
        private int _letters;
        private int _units;
        private double _strange;
        private char _first;
        private bool _hasOthers;

        public readonly double Score =>
            !_hasOthers && _units > 0 ? _units < FewestLetters ? 0 : 1
            : _letters < FewestLetters ? 0
            : _strange / _letters;

        public void AddWordsOf(ReadOnlySpan<char> token)
        {
            while (!token.IsEmpty)
            {
                var kind = Kind(token[0]);
                var end = 1;
                while (end < token.Length && Kind(token[end]) == kind)
                    end++;
                if (kind is UnitKind.Latin or UnitKind.Devanagari or UnitKind.OtherLetter)
                    AddWord(token[..end], kind);
                token = token[end..];
            }
        }

        private void AddWord(ReadOnlySpan<char> word, UnitKind kind)
        {
            var letters = LettersOf(word);
            _letters += letters;
            _units += word.Length;
            if (kind == UnitKind.Latin)
                _strange += letters * LatinWord.Strangeness(word);
            else if (kind == UnitKind.Devanagari)
                _strange += letters * DevanagariWord.Strangeness(word);
            _first = _first == '\0' ? word[0] : _first;
            _hasOthers = _hasOthers || word.ContainsAnyExcept(_first);
        }
    }

    /// <summary>How much a word counts: its letters, and its signs where they are written apart; stretched ones once.</summary>
    private static int LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (at < 2 || word[at] != word[at - 1] || word[at] != word[at - 2])
                letters++;
        }
        return letters;
    }
}
