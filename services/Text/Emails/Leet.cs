using System.Buffers;

namespace Moderation.Text.Emails;

/// <summary>Digits and signs that stand for letters in a word we know: <c>gma1l</c>, <c>c0m</c>.</summary>
internal static class Leet
{
    private const int LongestWord = 16;

    private const string Signs = "0134578!|$";
    private const string Letters = "oleastbiis";

    private static readonly SearchValues<char> _signs = SearchValues.Create(Signs);

    /// <summary>Whether the set has the word as it would be without digits; a 1 and a | are an l or an i.</summary>
    public static bool IsIn(WordSet words, ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > LongestWord || !word.ContainsAny(_signs))
            return false;
        Span<char> plain = stackalloc char[word.Length];
        for (var at = 0; at < word.Length; at++)
            plain[at] = Signs.IndexOf(word[at], StringComparison.Ordinal) is var sign and >= 0 ? Letters[sign] : word[at];
        if (words.Contains(plain))
            return true;
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] is '1' or '|' or '!')
                plain[at] = plain[at] == 'i' ? 'l' : 'i';
        }
        return words.Contains(plain);
    }
}
