namespace Moderation.Publisher.Webhooks;

/// <summary>Something that a website is to be told.</summary>
internal sealed record WebhookMessage
{
    /// <summary>The same however often it is sent.</summary>
    public required string Id { get; init; }

    public required string SiteId { get; init; }

    /// <summary><c>comment.published</c> or <c>comment.withdrawn</c>.</summary>
    public required string Type { get; init; }

    public required string CommentId { get; init; }

    /// <summary>JSON.</summary>
    public required string Body { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>How often it was sent, with the time that is under way.</summary>
    public long Attempts { get; init; }

    /// <summary>Unix milliseconds; null once it was tried for the last time.</summary>
    public long? NextAttemptAt { get; init; }

    /// <summary>Why the last time failed.</summary>
    public string? LastError { get; init; }
}
