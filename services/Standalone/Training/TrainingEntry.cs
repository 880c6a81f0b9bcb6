namespace Moderation.Standalone.Training;

/// <summary>A record of a file to learn from.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Taught">Null for one that teaches nothing.</param>
/// <param name="Fault">A sentence, for one that cannot be read.</param>
internal readonly record struct TrainingEntry(long Line, TaughtText? Taught, string? Fault);
