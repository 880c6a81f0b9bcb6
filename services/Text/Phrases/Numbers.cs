namespace Moderation.Text.Phrases;

/// <summary>Numbers in phrases. They are no letters, so they are looked for beside the words that were found.</summary>
internal static class Numbers
{
    // As far as a number can stand from the words of its phrase.
    private const int Near = 8;

    /// <summary>The numbers of a text, in ASCII digits.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<char> text)
    {
        List<string>? numbers = null;
        for (var at = 0; at < text.Length; at++)
        {
            var from = at;
            while (at < text.Length && char.IsDigit(text[at]))
                at++;
            if (at > from)
                (numbers ??= []).Add(string.Concat(text[from..at].ToArray().Select(digit => (char)('0' + char.GetNumericValue(digit)))));
        }
        return numbers ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Whether all numbers stand in a stretch of a view or right beside it.</summary>
    public static bool AreNear(IReadOnlyList<string> numbers, string view, int from, int to)
    {
        from = Math.Max(0, from - Near);
        to = Math.Min(view.Length, to + Near);
        return numbers.All(In(view.AsSpan(from, to - from)).Contains);
    }
}
