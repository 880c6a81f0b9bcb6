namespace Moderation.Publisher.Comments;

/// <summary>A comment that is shown, as it is stored.</summary>
internal record CommentRow
{
    public const string Columns =
        "c.id, c.parent_id AS ParentId, c.thread_id AS ThreadId, c.state, c.name, c.url, c.body, c.avatar, c.published_at AS PublishedAt";

    /// <summary>A withdrawn comment is listed, without its text, as long as published replies hang on it.</summary>
    public const string IsShown = "(c.state = 'published' OR c.replies > 0)";

    public required string Id { get; init; }

    public required string? ParentId { get; init; }

    public required string ThreadId { get; init; }

    public required string State { get; init; }

    public required string Name { get; init; }

    public required string? Url { get; init; }

    public required string Body { get; init; }

    public required string Avatar { get; init; }

    public required long PublishedAt { get; init; }

    /// <summary>Only read for the first level of threads.</summary>
    public long ReplyCount { get; init; }

    /// <summary>What comes after this one.</summary>
    public string Cursor => new Cursor(PublishedAt, Guid.Parse(Id)).ToString();
}
