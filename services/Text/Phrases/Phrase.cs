namespace Moderation.Text.Phrases;

/// <summary>A word or phrase to look for, as a list writes it.</summary>
/// <param name="Text">
/// Words with spaces between. A star at the end (<c>word*</c>) lets the word go on, one at the beginning lets it begin earlier,
/// a plus behind a word lets it take the usual endings of its language, and <c> ... </c> between two words leaves room for up to four others.
/// An equals sign before it all (<c>=word</c>) keeps to its script and, in Latin letters, to its spelling, however else it may sound.
/// </param>
/// <param name="Language">
/// <c>en</c>: looked for as it is written. <c>hi</c> (Devanagari) and <c>hi-Latn</c>: looked for as it sounds, in both scripts.
/// </param>
/// <param name="IsInnocent">Whether it is no match itself, but takes away every match that it wholly contains where it is written plainly.</param>
public sealed record Phrase(string Text, string Language, bool IsInnocent = false)
{
    /// <summary>How many words it may stand among, its own and those that it leaves room for.</summary>
    internal int MostWords => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(word => word == "..." ? Parts.MostBetween : 1);

    /// <summary>What is wrong with the text of an entry, as the end of a sentence; null when nothing is.</summary>
    public static string? FaultOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (!text.Any(char.IsLetter))
            return "the entry has no letters";
        foreach (var part in PatternCompiler.PartsOf(text.TrimStart('=')))
        {
            var bare = part.Trim().Trim('*');
            if (bare.Contains('*', StringComparison.Ordinal))
                return "a star stands only at the beginning or at the end of an entry";
            if (bare.Replace("+", "", StringComparison.Ordinal) is var plain && !PatternCompiler.HasConsonant(plain))
                return "the entry needs a consonant of the Latin or the Devanagari script";
            else if (plain.Length > Written.Longest)
                return $"the entry is longer than {Written.Longest} characters";
        }
        return null;
    }
}
