namespace Moderation.Text;

/// <summary>An entry found in a text.</summary>
/// <param name="Entry">Its place in the list that the matcher was made of.</param>
/// <param name="Span">Where it stands in the original text.</param>
public readonly record struct WordMatch(int Entry, TextSpan Span);
