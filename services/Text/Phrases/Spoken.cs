namespace Moderation.Text.Phrases;

/// <summary>
/// Whether a stretch of text sounds like a phrase whose consonants are of the same classes. What differs is weighed: the more
/// consonants a phrase has, the fewer innocent words share them, and the more may differ.
/// </summary>
internal static class Spoken
{
    /// <summary>A distance that nothing makes up for.</summary>
    public const int Never = 100;

    // From so many consonants on an h between vowels may be there or not.
    private const int LightH = 4;

    /// <summary>Up to so many consonants the edges have to agree.</summary>
    public const int FewConsonants = 5;

    /// <summary>Compares everything between the first and the last consonant, these included.</summary>
    /// <param name="pattern">The phrase.</param>
    /// <param name="read">The letters of the text.</param>
    /// <param name="sounds">Its sounds.</param>
    /// <param name="first">The first of as many sounds as the phrase has, all of its classes.</param>
    /// <returns>How much may still differ at the edges; less than 0 when it sounds otherwise.</returns>
    public static int CompareInside(Pattern pattern, Letters read, Sounds sounds, int first)
    {
        var weight = Weight(pattern);
        var left = Budget(weight);
        var listed = pattern.Sounds;
        // Each word has to be like its own: what one word of a phrase has left, no other may spend.
        var leftOfWord = left;
        for (var at = 0; at < listed.Length && left >= 0 && leftOfWord >= 0; at++)
        {
            var distance = at == 0
                ? 0
                : Inside(weight, listed[at].VowelsBefore, sounds.Before(first + at), listed[at - 1].Consonant.IsDevanagari, Alphabet.IsDevanagari(read.All[sounds.From(first + at - 1)]));
            leftOfWord -= distance;
            left -= distance;
            if (leftOfWord < 0)
                return -1;
            if (listed[at].WordWeight > 0 && pattern.Breaks.Count > 0)
                leftOfWord = Budget(listed[at].WordWeight);
            distance = listed[at].Consonant.Distance(listed[at].Class, sounds.Consonant(first + at), weight);
            leftOfWord -= distance;
            left -= distance;
        }
        return Math.Min(left, leftOfWord);
    }

    /// <summary>Compares how the words begin and end.</summary>
    /// <param name="pattern">The phrase.</param>
    /// <param name="left">What <see cref="CompareInside"/> left.</param>
    /// <param name="before">The letters before the first consonant.</param>
    /// <param name="isDevanagariBefore">Whether that consonant is written in Devanagari.</param>
    /// <param name="after">The letters after the last consonant.</param>
    /// <param name="isDevanagariAfter">Whether that consonant is written in Devanagari.</param>
    public static bool MatchesAtEdges(
        Pattern pattern, int left, ReadOnlySpan<char> before, bool isDevanagariBefore, ReadOnlySpan<char> after, bool isDevanagariAfter)
    {
        var isFew = pattern.Sounds.Length <= FewConsonants;
        var listed = pattern.VowelsAfter;
        if (!(pattern.IsOpenEnd && listed == Vowels.Nothing))
        {
            var heard = Vowels.Heard(after, isEnd: true);
            if (pattern.IsOpenEnd)
                heard = Vowels.Beginning(heard, listed);
            left -= DistanceAtEdge(listed, heard, isFew, isEnd: true, pattern.Sounds[^1].Consonant.IsDevanagari, isDevanagariAfter);
        }
        if (left < 0 || (pattern.IsOpenStart && pattern.VowelsBefore == Vowels.Nothing))
            return left >= 0;
        if (pattern.BeginsWithH != (before.Length > 0 && before[0] is 'h' or 'ह'))
            return false;
        return left >= DistanceAtEdge(
            Vowels.WithoutH(pattern.VowelsBefore), Vowels.WithoutH(Vowels.Heard(before)), isFew && !pattern.BeginsWithH, isEnd: false, pattern.IsDevanagari, isDevanagariBefore);
    }

    // An h and a vowel more at the end tell words apart as well as a consonant.
    private static int Weight(Pattern pattern) =>
        pattern.Sounds.Length + (pattern.BeginsWithH ? 1 : 0) + (Vowels.IsSingle(pattern.VowelsAfter) ? 0 : 1);

    private static int Budget(int consonants) => consonants switch { < 3 => 0, 3 => 1, 4 => 2, 5 => 4, 6 => 5, _ => 6 };

    // The vowel at a word's end is its inflection, and often another word: gandi is dirty.
    private static int DistanceAtEdge(uint listed, uint heard, bool isFew, bool isEnd, bool isListedDevanagari, bool isHeardDevanagari)
    {
        if (Vowels.AreSame(listed, heard))
            return 0;
        // धर्म and "dharma".
        if (isEnd && isListedDevanagari != isHeardDevanagari && (isListedDevanagari ? listed : heard) == Vowels.Nothing && (listed | heard) == Vowels.A)
            return isFew ? Never : 2;
        return isFew ? Never : Distance(listed, heard, isListedDevanagari, isHeardDevanagari);
    }

    private static int Inside(int weight, uint listed, uint heard, bool isListedDevanagari, bool isHeardDevanagari) =>
        weight < LightH && Vowels.HasH(listed) != Vowels.HasH(heard)
            ? Distance(listed, heard, isListedDevanagari, isHeardDevanagari)
            : Distance(Vowels.WithoutH(listed), Vowels.WithoutH(heard), isListedDevanagari, isHeardDevanagari);

    private static int Distance(uint listed, uint heard, bool isListedDevanagari, bool isHeardDevanagari)
    {
        if (Vowels.AreSame(listed, heard))
            return 0;
        if ((listed | heard) == Vowels.A && (listed & heard) == 0)
        {
            if (isListedDevanagari == isHeardDevanagari)
                return isListedDevanagari ? 3 : 1;
            // Devanagari does not write the a that is part of every consonant; a long one is not left out.
            return (isListedDevanagari ? listed : heard) == Vowels.Nothing ? 0 : 3;
        }
        if (!Vowels.IsSingle(listed) || !Vowels.IsSingle(heard))
            return 4;
        // Vowels are left out to save time, and seldom put in.
        if (heard == Vowels.Nothing || listed == Vowels.Nothing)
            return heard == Vowels.Nothing ? 2 : 3;
        return (listed, heard) is (Vowels.I, Vowels.E) or (Vowels.E, Vowels.I) or (Vowels.U, Vowels.O) or (Vowels.O, Vowels.U) or (Vowels.A, Vowels.E) or (Vowels.E, Vowels.A) ? 2 : 6;
    }
}
