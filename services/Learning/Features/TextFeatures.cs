using System.Globalization;
using System.Numerics;

namespace Moderation.Learning.Features;

/// <summary>
/// What the model sees of a text: pieces of two to five letters of each word, the word, it with the one and with the two before it, and the same
/// of how the word sounds; of what is no word its signs; and about how many words there are. Each is a hash (the hashing trick, Weinberger et al.,
/// 2009); nothing is kept and nothing allocated.
/// </summary>
internal static class TextFeatures
{
    /// <summary>From so many units on a part ends with its word.</summary>
    private const int LongPart = 300;

    private const int LongestWord = 40;
    private const int ShortestPiece = 2;
    private const int LongestPiece = 5;
    private const char Edge = '\u0001';

    private const uint Factor = 0x9E3779B1;
    private const uint PieceSeed = 0x2545F491;
    private const uint WordSeed = 0x1B873593;
    private const uint PairSeed = 0x85EBCA6B;
    private const uint SoundPieceSeed = 0xC2B2AE35;
    private const uint SoundWordSeed = 0x27D4EB2F;
    private const uint SoundPairSeed = 0x165667B1;
    private const uint SignSeed = 0xD3A2646C;
    private const uint LengthSeed = 0xFD7046C5;

    private static readonly Kind[] _kinds = [.. Enumerable.Range(0, 0x980).Select(unit => KindOf((char)unit))];

    private enum Kind : byte
    {
        Space,
        Letter,
        Digit,
        /// <summary>Everybody's comma.</summary>
        Plain,
        Sign,
    }

    /// <param name="text">A view's text: folded and composed.</param>
    /// <param name="sink">Gets the features.</param>
    public static void Walk<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var (written, heard) = (new WordsBefore(), new WordsBefore());
        var (partFrom, words) = (0, 0u);
        for (var at = 0; at < text.Length;)
        {
            var kind = Of(text[at]);
            if (kind is Kind.Space or Kind.Plain)
            {
                at++;
                continue;
            }

            if (at - partFrom >= LongPart)
            {
                End(words, ref sink);
                (partFrom, words, written, heard) = (at, 0, default, default);
            }

            var from = at;
            if (kind is Kind.Sign)
            {
                at = Signs(text, at, ref sink);
                continue;
            }

            while (at < text.Length && at - from < LongestWord && Of(text[at]) is Kind.Letter or Kind.Digit)
            {
                at++;
            }

            sink.Begin(from, at);
            Word(text[from..at], ref written, ref heard, ref sink);
            words++;
        }

        End(words, ref sink);
    }

    private static void End<TSink>(uint words, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        // Of no stretch. One, two, four words and so on are as far from each other.
        sink.Begin(0, 0);
        sink.Add(Mix((uint)BitOperations.Log2(words + 1) * Factor ^ LengthSeed));
        sink.EndPart();
    }

    private static void Word<TSink>(ReadOnlySpan<char> word, ref WordsBefore written, ref WordsBefore heard, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Span<char> letters = stackalloc char[LongestWord + 2];
        letters[0] = Edge;
        var length = 1;
        foreach (var unit in word)
        {
            // soooo is soo, and every number of a length is one.
            var letter = Of(unit) is Kind.Digit ? '0' : unit;
            if (length < 3 || letters[length - 1] != letter || letters[length - 2] != letter)
            {
                letters[length++] = letter;
            }
        }

        letters[length++] = Edge;
        letters = letters[..length];
        var whole = Pieces(letters, PieceSeed, ref sink) * Factor;
        sink.Add(Mix(whole ^ WordSeed));
        written.Add(whole, WordSeed, PairSeed, ref sink);

        Span<byte> key = stackalloc byte[LongestWord];
        var sounds = PhoneticKey.Write(letters[1..^1], key);
        if (sounds == 0)
        {
            return;
        }

        letters[0] = Edge;
        for (var at = 0; at < sounds; at++)
        {
            letters[at + 1] = (char)key[at];
        }

        letters[sounds + 1] = Edge;
        var sound = Pieces(letters[..(sounds + 2)], SoundPieceSeed, ref sink) * Factor;
        sink.Add(Mix(sound ^ SoundWordSeed));
        heard.Add(sound, SoundWordSeed, SoundPairSeed, ref sink);
    }

    /// <returns>A hash of the whole.</returns>
    private static uint Pieces<TSink>(ReadOnlySpan<char> letters, uint seed, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var whole = seed;
        for (var from = 0; from < letters.Length; from++)
        {
            var hash = seed;
            whole = Step(whole, letters[from]);
            var to = Math.Min(from + LongestPiece, letters.Length);
            for (var at = from; at < to; at++)
            {
                hash = Step(hash, letters[at]);
                if (at - from + 1 >= ShortestPiece)
                {
                    sink.Add(Mix(hash));
                }
            }
        }

        return whole;
    }

    private static int Signs<TSink>(ReadOnlySpan<char> text, int at, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var from = at;
        while (at < text.Length && at - from < LongestWord && Of(text[at]) is Kind.Sign)
        {
            at++;
        }

        sink.Begin(from, at);
        var hash = SignSeed;
        var last = SignSeed;
        for (var unit = from; unit < at; unit++)
        {
            hash = Step(char.IsLowSurrogate(text[unit]) ? hash : SignSeed, text[unit]);
            if (char.IsHighSurrogate(text[unit]))
            {
                continue;
            }

            sink.Add(Mix(hash));
            sink.Add(Mix(last * Factor ^ hash ^ PairSeed));
            last = hash;
        }

        return at;
    }

    private static Kind Of(char unit) => unit < _kinds.Length ? _kinds[unit] : KindOf(unit);

    private static Kind KindOf(char unit) => char.GetUnicodeCategory(unit) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Kind.Letter,
        UnicodeCategory.DecimalDigitNumber => Kind.Digit,
        UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Format => Kind.Space,
        _ => unit is '.' or ',' or '\'' or '"' or '’' or '‘' or '“' or '”' or '-' or ':' or ';' or '(' or ')' or '।' or '…' or '–' ? Kind.Plain : Kind.Sign,
    };

    private static uint Step(uint hash, char unit)
    {
        hash = (hash ^ unit) * Factor;
        return hash ^ hash >> 15;
    }

    private static uint Mix(uint hash) => hash * 0x85EBCA77;

    /// <summary>The two words before, as hashes.</summary>
    private struct WordsBefore
    {
        private uint _last;
        private uint _lastButOne;

        /// <summary>Adds the word with the one and with the two before it.</summary>
        public void Add<TSink>(uint word, uint wordSeed, uint pairSeed, ref TSink sink)
            where TSink : struct, IFeatureSink
        {
            sink.Add(Mix((_last + wordSeed) * Factor ^ word ^ pairSeed));
            sink.Add(Mix(((_lastButOne + wordSeed) * Factor ^ _last) * Factor ^ word ^ pairSeed));
            (_last, _lastButOne) = (word, _last);
        }
    }
}
