namespace Moderation.Worker.Rules.Words;

/// <summary>A word or phrase of a list.</summary>
/// <param name="Text">As <see cref="Moderation.Text.Phrases.Phrase"/> reads it.</param>
/// <param name="Language"><c>en</c>, <c>hi</c> or <c>hi-Latn</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Labels">Empty when the rule's own are meant.</param>
/// <param name="IsInnocent">Whether it is no hit itself, but takes away every hit that it wholly contains.</param>
internal sealed record WordEntry(string Text, string Language, Severity Severity, IReadOnlyList<string> Labels, bool IsInnocent = false)
{
    /// <summary>The words alone, as they are quoted.</summary>
    public string Words { get; } = Text.Replace(" ... ", " … ", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Trim('*', '=');

    /// <summary>A word that is listed twice counts with its worst severity and all its labels.</summary>
    public WordEntry And(WordEntry other) => this with
    {
        Severity = Severity > other.Severity ? Severity : other.Severity,
        Labels = [.. Labels.Union(other.Labels)],
    };
}
