namespace Moderation.Text.Phrases;

/// <summary>A phrase found in a text.</summary>
/// <param name="Phrase">Its place in the list that the matcher was made of.</param>
/// <param name="Span">Where it stands in the original text.</param>
/// <param name="IsDisguised">Whether it is written otherwise than listed, case apart.</param>
public readonly record struct PhraseMatch(int Phrase, TextSpan Span, bool IsDisguised);
