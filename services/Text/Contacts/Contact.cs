namespace Moderation.Text.Contacts;

/// <summary>What somebody can be reached by.</summary>
/// <param name="Kind">Which way it is.</param>
/// <param name="Span">Where it stands in the original text.</param>
public readonly record struct Contact(ContactKind Kind, TextSpan Span);
