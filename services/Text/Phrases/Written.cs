using System.Numerics;

namespace Moderation.Text.Phrases;

/// <summary>
/// Whether letters spell a phrase: each letter may be drawn out, and a star may stand for a letter, two, or none. All ways to read
/// are followed at once, one bit a way (Baeza-Yates and Gonnet, 1992, "shift-and").
/// </summary>
internal static class Written
{
    /// <summary>The most letters a phrase can have.</summary>
    public const int Longest = 62;

    /// <param name="phrase">The letters of the phrase.</param>
    /// <param name="letters">The letters of the text.</param>
    /// <param name="isOpenStart">Whether letters may come before.</param>
    /// <param name="isOpenEnd">Whether letters may come after.</param>
    public static bool Matches(string phrase, ReadOnlySpan<char> letters, bool isOpenStart, bool isOpenEnd)
    {
        var end = 1UL << phrase.Length;
        var ways = 1UL;
        foreach (var letter in letters)
        {
            ways = letter != Alphabet.Star ? Step(phrase, ways, letter) : ways == 1 ? 3 : ways | ways << 1 | ways << 2;
            if (isOpenStart)
                ways |= 1;
            if (isOpenEnd && (ways & end) != 0)
                return true;
            if (ways == 0)
                return false;
        }
        return (ways & end) != 0;
    }

    private static ulong Step(string phrase, ulong ways, char letter)
    {
        var next = 0UL;
        for (var rest = ways; rest != 0; rest &= rest - 1)
        {
            var way = BitOperations.TrailingZeroCount(rest);
            if (way < phrase.Length && phrase[way] == letter)
                next |= 1UL << (way + 1);
            if (way > 0 && way <= phrase.Length && phrase[way - 1] == letter)
                next |= 1UL << way;
        }
        return next;
    }
}
