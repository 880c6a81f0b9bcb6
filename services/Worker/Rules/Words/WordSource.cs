namespace Moderation.Worker.Rules.Words;

/// <summary>Some of a lexicon's words.</summary>
/// <param name="Lexicon">Where they are looked for.</param>
/// <param name="Entries">By their place in it.</param>
internal sealed record WordSource(Lexicon Lexicon, IReadOnlyDictionary<int, WordEntry> Entries);
