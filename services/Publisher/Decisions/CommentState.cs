namespace Moderation.Publisher.Decisions;

/// <summary>Stored data: never renamed.</summary>
internal static class CommentState
{
    public const string Published = "published";

    /// <summary>Held, rejected or withdrawn: a tombstone.</summary>
    public const string Withheld = "withheld";
}
