namespace Moderation.Text.Phrases;

/// <summary>A word or phrase to look for, as a list writes it.</summary>
/// <param name="Text">
/// Words with single spaces between. <c>fuck*</c> also begins longer words, <c>*fuck*</c> stands anywhere in one, <c>चूतिया+</c> takes
/// the usual endings of its language, and <c> ... </c> between two words leaves room for up to four others.
/// </param>
/// <param name="Language"><c>en</c>, <c>hi</c> (Devanagari) or <c>hi-Latn</c>.</param>
/// <param name="IsInnocent">Whether it is no match itself, but takes away every match that it wholly contains.</param>
public sealed record Phrase(string Text, string Language, bool IsInnocent = false)
{
    /// <summary>What is wrong with the text of an entry, as a sentence; null when nothing is.</summary>
    public static string? FaultOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(char.IsLetterOrDigit) ? null : "the entry has no letters";
    }
}
