namespace Moderation.Text.Phrases;

/// <summary>Digits and signs that may stand for letters, one after the other.</summary>
/// <param name="End">Where the run ends.</param>
/// <param name="LastLetter">The last one that may stand for a letter at the end of a word.</param>
/// <param name="IsBeforeLetter">Whether a Latin letter follows.</param>
/// <param name="IsNumber">Whether it is three digits or more, and not one again and again.</param>
internal readonly record struct SignRun(int End, int LastLetter, bool IsBeforeLetter, bool IsNumber)
{
    private const int ShortestNumber = 3;

    public static SignRun Read(string text, int start)
    {
        var (end, last) = (start, start - 1);
        for (; end < text.Length && Leet.IsSign(text[end]); end++)
            last = Leet.IsPunctuation(text[end]) ? last : end;
        var signs = text.AsSpan(start, end - start);
        var isNumber = signs.Length >= ShortestNumber && !signs.ContainsAnyExceptInRange('0', '9') && signs.ContainsAnyExcept(signs[0]);
        return new SignRun(end, last, end < text.Length && Alphabet.IsLatin(Alphabet.Of(text[end])), isNumber);
    }
}
