namespace Moderation.Standalone.Archives;

/// <summary>What the server says of a comment of an archive.</summary>
/// <param name="Result"><c>imported</c>, <c>known</c> or <c>refused</c>.</param>
/// <param name="Errors">Sentences by field, of one that is refused.</param>
internal sealed record ImportResult(string Result, Dictionary<string, string[]>? Errors);
