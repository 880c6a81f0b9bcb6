using System.Text.Json.Serialization;

namespace Moderation.Publisher.Comments;

/// <summary>Some of the comments under a page.</summary>
internal sealed record CommentPage
{
    public required IReadOnlyList<CommentItem> Items { get; init; }

    /// <summary>The cursor of what follows; absent at the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Next { get; init; }
}

/// <summary>A comment as the public sees it.</summary>
internal sealed record CommentItem
{
    public required Guid Id { get; init; }

    public required Guid? ParentId { get; init; }

    /// <summary>True for what is left of a withdrawn comment that has replies.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required bool Removed { get; init; }

    public required CommentAuthor? Author { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same text, safe to embed.</summary>
    public required string Html { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }
}

/// <summary>An author as the public sees them.</summary>
internal sealed record CommentAuthor
{
    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Url { get; init; }

    /// <summary>The picture's address, relative to this service.</summary>
    public required string Avatar { get; init; }
}
