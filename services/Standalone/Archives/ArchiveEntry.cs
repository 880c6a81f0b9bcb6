namespace Moderation.Standalone.Archives;

/// <summary>A record of an archive, or what is wrong with it.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Json">The comment, UTF-8 on one line; null for a record that is none.</param>
/// <param name="Fault">A sentence; null for a comment, and for a record that is left out on purpose.</param>
internal readonly record struct ArchiveEntry(long Line, byte[]? Json, string? Fault)
{
    public static ArchiveEntry Of(long line, ArchivedComment comment) => new(line, comment.ToJson(), null);

    public static ArchiveEntry Wrong(long line, string sentence) => new(line, null, sentence);

    /// <summary>Such as a pingback.</summary>
    public static ArchiveEntry LeftOut(long line) => new(line, null, null);
}
