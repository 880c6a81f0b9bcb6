namespace Moderation.Text.Shapes;

/// <summary>Words of Devanagari.</summary>
internal static class DevanagariWord
{
    // "समझकर" has five consonants in a row without a vowel sign; hardly any word has seven.
    private const int MostBare = 5;

    private const char FirstUnit = '\u0900';

    private static readonly Kind[] _kinds = [.. Enumerable.Range(FirstUnit, 0x80).Select(unit => KindOf((char)unit))];

    private enum Kind : byte
    {
        Consonant,
        Vowel,
        VowelSign,
        Nukta,
        Virama,
        Nasal,
        Other,
    }

    /// <summary>Whether the unit is a letter or a sign of Devanagari.</summary>
    public static bool IsOf(char unit) => unit is >= '\u0900' and <= '\u0963' or >= '\u0971' and <= '\u097F';

    /// <summary>How little this can be a word, all of units of Devanagari, 0 to 1: by signs that cannot follow each other and consonants without vowels.</summary>
    public static double Strangeness(ReadOnlySpan<char> word)
    {
        var (faults, bare, longestBare) = (0, 0, 0);
        var before = Kind.Other;
        var last = '\0';
        foreach (var unit in word)
        {
            var kind = _kinds[unit - FirstUnit];
            // A sign typed again and again is stretched.
            if (unit != last && !MayFollow(kind, before))
                faults++;
            bare = kind == Kind.Consonant && before != Kind.Virama ? bare + 1 : kind is Kind.Consonant or Kind.Nukta ? bare : 0;
            longestBare = Math.Max(longestBare, bare);
            (before, last) = (kind, unit);
        }
        if (longestBare > MostBare)
            return Math.Min(1, (longestBare - MostBare) * 0.5);
        return faults > 1 ? 1 : faults * 0.5;
    }

    private static bool MayFollow(Kind kind, Kind before) => kind switch
    {
        Kind.VowelSign => before is Kind.Consonant or Kind.Nukta,
        Kind.Virama => before is Kind.Consonant or Kind.Nukta,
        Kind.Nukta => before is Kind.Consonant,
        Kind.Nasal => before is Kind.Consonant or Kind.Nukta or Kind.Vowel or Kind.VowelSign or Kind.Nasal,
        _ => true,
    };

    private static Kind KindOf(char unit) => unit switch
    {
        >= '\u0900' and <= '\u0903' => Kind.Nasal,
        >= '\u0904' and <= '\u0914' or '\u0960' or '\u0961' or >= '\u0972' and <= '\u0977' => Kind.Vowel,
        >= '\u0915' and <= '\u0939' or >= '\u0958' and <= '\u095F' or >= '\u0978' and <= '\u097F' => Kind.Consonant,
        '\u093C' => Kind.Nukta,
        '\u094D' => Kind.Virama,
        >= '\u093A' and <= '\u094F' and not '\u093D' or '\u0962' or '\u0963' => Kind.VowelSign,
        _ => Kind.Other,
    };
}
