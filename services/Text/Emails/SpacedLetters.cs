namespace Moderation.Text.Emails;

/// <summary>Words written letter by letter: "g m a i l".</summary>
internal static class SpacedLetters
{
    private const int FewestLetters = 3;

    /// <summary>Where the run of single letters ends that begins with the word given.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start != 1)
            return end;
        var letters = 1;
        var at = end;
        while (at + 1 < text.Length && text[at] == ' ' && IsSingle(text, at + 1))
        {
            at += 2;
            letters++;
        }
        return letters >= FewestLetters ? at : end;
    }

    /// <summary>Where the run of single letters begins that ends with the word given.</summary>
    public static int StartOf(ReadOnlySpan<char> text, int start, int end, int floor)
    {
        if (end - start != 1)
            return start;
        var letters = 1;
        var at = start;
        while (at - 2 >= floor && text[at - 1] == ' ' && IsSingle(text, at - 2))
        {
            at -= 2;
            letters++;
        }
        return letters >= FewestLetters ? at : start;
    }

    private static bool IsSingle(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterOrDigit(text[at])
        && (at == 0 || !WordEdge.IsWordPart(WordEdge.RuneBefore(text, at)))
        && (at + 1 == text.Length || !WordEdge.IsWordPart(WordEdge.RuneAt(text, at + 1)));
}
