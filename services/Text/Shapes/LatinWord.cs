namespace Moderation.Text.Shapes;

/// <summary>Words of plain Latin letters.</summary>
internal static class LatinWord
{
    private const int Shortest = 4;
    // In half bits a letter. 99 of 100 words that people write stay below, and random letters above; short words vary more.
    private const double Usual = 9.2;
    private const double Unheard = 11;
    private const double ForEachLetterLess = 0.35;
    private const int LongEnough = 7;
    // asdf, poiu
    private const int LongestWalk = 3;
    // Beyond this no word is longer; the rest of it does not matter.
    private const int MostLetters = 64;

    private static readonly sbyte[] _keys = KeysOf("qwertyuiop", "asdfghjkl", "zxcvbnm");

    /// <summary>How little this is a word of English or Hinglish, 0 to 1. Short ones are 0: they may be short for anything.</summary>
    public static double Strangeness(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest)
            return 0;
        word = word[..Math.Min(word.Length, MostLetters)];
        var (before, cost, letters, walk, longestWalk, step) = (LetterPairs.Edge, 0, 0, 0, 0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            // A stretched letter is one.
            if (at > 1 && word[at] == word[at - 1] && word[at] == word[at - 2])
                continue;
            var letter = LetterPairs.NumberOf(word[at]);
            cost += LetterPairs.Cost(before, letter);
            letters++;
            var next = at > 0 ? _keys[letter] - _keys[before] : 0;
            walk = next is 1 or -1 && next == step ? walk + 1 : 1;
            longestWalk = next is 1 or -1 ? Math.Max(longestWalk, walk) : longestWalk;
            step = next;
            before = letter;
        }
        if (longestWalk >= LongestWalk)
            return 1;
        if (letters < Shortest)
            return 0;
        cost += LetterPairs.Cost(before, LetterPairs.Edge);
        var allowance = ForEachLetterLess * Math.Max(0, LongEnough - letters);
        return Math.Clamp(((double)cost / (letters + 1) - Usual - allowance) / (Unheard - Usual), 0, 1);
    }

    // Keys of different rows are never neighbours.
    private static sbyte[] KeysOf(params string[] rows)
    {
        var keys = new sbyte[27];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var key = 0; key < rows[row].Length; key++)
                keys[LetterPairs.NumberOf(rows[row][key])] = (sbyte)(row * 20 + key);
        }
        keys[LetterPairs.Edge] = -9;
        return keys;
    }
}
