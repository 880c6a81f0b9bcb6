namespace Moderation.Text.Phrases;

/// <summary>
/// What is heard between two consonants: a, i, u, e, o and h in their order, whichever script wrote them and however long they were
/// drawn. Four bits each, the last one lowest.
/// </summary>
internal static class Vowels
{
    public const uint Nothing = 0;
    public const uint A = 1;
    public const uint I = 2;
    public const uint U = 3;
    public const uint E = 4;
    public const uint O = 5;

    /// <summary>A drawn-out e, which may be e or ee.</summary>
    public const uint EOrI = 6;

    /// <summary>A drawn-out o, which may be o or oo.</summary>
    public const uint OOrU = 7;

    /// <summary>An h that is no breath of the consonant before it.</summary>
    public const uint H = 8;

    /// <summary>A star stands there: anything may be meant.</summary>
    public const uint Anything = uint.MaxValue;

    /// <summary>More than anybody says.</summary>
    public const uint TooMany = uint.MaxValue - 1;

    private const int Bits = 4;
    private const uint EveryBit = 15;
    private const int Most = 7;

    /// <param name="letters">What is written there; the consonants themselves are not.</param>
    /// <param name="isEnd">Whether a word ends there, where an h only makes the vowel long.</param>
    public static uint Heard(ReadOnlySpan<char> letters, bool isEnd = false)
    {
        if (letters.Length == 0)
            return Nothing;
        if (letters.Length == 1 && letters[0] != Alphabet.Star)
        {
            var only = 0;
            return VowelAt(letters, ref only);
        }
        return HeardTogether(isEnd && letters[^1] == 'h' ? letters[..^1] : letters);
    }

    private static uint HeardTogether(ReadOnlySpan<char> letters)
    {
        Span<uint> heard = stackalloc uint[Most];
        var count = 0;
        for (var at = 0; at < letters.Length; at++)
        {
            if (letters[at] == Alphabet.Star)
                return Anything;
            var vowel = VowelAt(letters, ref at);
            if (vowel == Nothing || (count > 0 && heard[count - 1] == vowel))
                continue;
            if (count == Most)
                return TooMany;
            heard[count++] = vowel;
        }

        var packed = Nothing;
        for (var at = 0; at < count; at++)
        {
            var vowel = heard[at];
            // कहीं and "kahin": Devanagari does not write the a before an h.
            if (vowel == A && at + 1 < count && heard[at + 1] == H)
                continue;
            if (vowel == A && at + 1 < count)
            {
                // गया and "gaya": the first a is the consonant's own. Before the last vowel a+i is ai, and a+u is au.
                if (at + 2 < count)
                    continue;
                vowel = heard[++at] is I or E or EOrI ? E : O;
            }
            // "saaley" and "mein": the y only draws the e out.
            else if (vowel == E && at + 2 == count && heard[at + 1] == I)
                at++;
            packed = packed << Bits | vowel;
        }
        return packed;
    }

    /// <summary>The first vowels of <paramref name="heard"/>, as many as <paramref name="like"/> has.</summary>
    public static uint Beginning(uint heard, uint like)
    {
        if (heard >= TooMany)
            return heard;
        while (Length(heard) > Length(like))
            heard >>= Bits;
        return heard;
    }

    /// <summary>Whether an h is heard among the vowels.</summary>
    public static bool HasH(uint heard)
    {
        for (; heard != Nothing && heard < TooMany; heard >>= Bits)
        {
            if ((heard & EveryBit) == H)
                return true;
        }
        return false;
    }

    /// <summary>The same without what is hardly heard: बहन is "behen" and "bhen".</summary>
    public static uint WithoutH(uint heard)
    {
        if (heard >= TooMany)
            return heard;
        var rest = Nothing;
        for (var shift = 28; shift >= 0; shift -= Bits)
        {
            var vowel = heard >> shift & EveryBit;
            if (vowel != Nothing && vowel != H && vowel != (rest & EveryBit))
                rest = rest << Bits | vowel;
        }
        return rest;
    }

    /// <summary>The same for all that may be taken for each other at the end of a word.</summary>
    public static uint Rough(uint heard)
    {
        if (heard <= EveryBit)
            return heard switch { E or EOrI => I, O or OOrU => U, H => Nothing, _ => heard };
        if (heard >= TooMany)
            return TooMany;
        var rough = Nothing;
        for (var shift = 28; shift >= 0; shift -= Bits)
        {
            var vowel = heard >> shift & EveryBit;
            if (vowel is not (Nothing or H))
                rough = rough << Bits | (vowel is E or EOrI ? I : vowel is O or OOrU ? U : vowel);
        }
        return rough;
    }

    /// <summary>Whether at most one vowel is heard.</summary>
    public static bool IsSingle(uint heard) => heard < 1 << Bits;

    private static int Length(uint heard)
    {
        var length = 0;
        for (; heard != 0; heard >>= Bits)
            length++;
        return length;
    }

    /// <summary>Whether the vowels heard may be the listed ones.</summary>
    public static bool AreSame(uint listed, uint heard)
    {
        if (listed == heard || heard == Anything)
            return true;
        if (heard == TooMany)
            return false;
        for (; listed != heard; listed >>= Bits, heard >>= Bits)
        {
            var (one, other) = (listed & EveryBit, heard & EveryBit);
            if (one != other && !(other == EOrI && one is E or I) && !(other == OOrU && one is O or U))
                return false;
        }
        return true;
    }

    private static uint VowelAt(ReadOnlySpan<char> letters, ref int at)
    {
        var letter = letters[at];
        switch (letter)
        {
            case 'a' or 'अ' or 'आ' or 'ा':
                return A;
            case 'e' or 'o':
                var first = at;
                while (at + 1 < letters.Length && letters[at + 1] == letter)
                    at++;
                return (letter, at - first) switch { ('e', 0) => E, ('e', 1) => I, ('e', _) => EOrI, (_, 0) => O, (_, 1) => U, _ => OOrU };
            case 'i' or 'y' or 'इ' or 'ई' or 'ि' or 'ी' or 'य' or 'ृ':
                return I;
            case 'u' or 'उ' or 'ऊ' or 'ु' or 'ू':
                return U;
            case 'ए' or 'ऐ' or 'े' or 'ै' or 'ऍ' or 'ॅ' or 'ऎ' or 'ॆ':
                return E;
            case 'ओ' or 'औ' or 'ो' or 'ौ' or 'ऑ' or 'ॉ' or 'ऒ' or 'ॊ':
                return O;
            case 'ह':
                return H;
            case 'h':
                return at > 0 ? H : Nothing;
            default:
                return Nothing;
        }
    }
}
