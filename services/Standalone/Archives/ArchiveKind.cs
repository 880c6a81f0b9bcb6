namespace Moderation.Standalone.Archives;

internal enum ArchiveKind
{
    /// <summary>Ours.</summary>
    JsonLines,
    WordPress,
    Disqus,
}
