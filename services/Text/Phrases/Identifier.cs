namespace Moderation.Text.Phrases;

/// <summary>
/// Names that programs give: a video's, an order's, a commit's. In letters and digits of chance some word can always be read,
/// and nobody meant it.
/// </summary>
internal static class Identifier
{
    /// <summary>How often letters change to digits or back beside the word. People who hide a word in a number rarely go back and forth.</summary>
    private const int Changes = 2;

    /// <summary>A longer word does not come about by chance.</summary>
    private const int LongestByChance = 5;

    /// <summary>How far around the word is looked: a comment of the greatest length may be all words and no space.</summary>
    private const int Reach = 128;

    /// <summary>Whether the hit is read into an identifier: always with digits for letters; in the address of a link also as plain letters, when they are few.</summary>
    public static bool Holds(Hit hit, string text)
    {
        var (from, to) = (hit.From, hit.To);
        for (var floor = Math.Max(0, from - Reach); from > floor && char.IsAsciiLetterOrDigit(text[from - 1]);)
            from--;
        for (var ceiling = Math.Min(text.Length, to + Reach); to < ceiling && char.IsAsciiLetterOrDigit(text[to]);)
            to++;
        var before = text.AsSpan(from..hit.From);
        var word = text.AsSpan(hit.From..hit.To);
        var after = text.AsSpan(hit.To..to);
        return before.Length + after.Length >= word.Length
            && ChangesIn(before) + ChangesIn(after) >= Changes
            && (word.ContainsAnyInRange('0', '9') || (word.Length <= LongestByChance && IsInAddress(text, from)));
    }

    private static int ChangesIn(ReadOnlySpan<char> run)
    {
        var changes = 0;
        for (var at = 1; at < run.Length; at++)
            changes += char.IsAsciiDigit(run[at]) != char.IsAsciiDigit(run[at - 1]) ? 1 : 0;
        return changes;
    }

    // "youtu.be/…", "https://…"
    private static bool IsInAddress(string text, int at)
    {
        var start = at;
        for (var floor = Math.Max(0, at - Reach); start > floor && !char.IsWhiteSpace(text[start - 1]);)
            start--;
        var before = text.AsSpan(start..at);
        var dot = before.IndexOfAny('.', ':');
        return dot > 0 && before[dot..].Contains('/');
    }
}
