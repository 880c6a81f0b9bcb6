namespace Moderation.Publisher.Feeds;

/// <summary>A published comment with the page it stands under, as both are stored.</summary>
internal sealed record FeedEntry
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string? Url { get; init; }

    public required string Body { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long PublishedAt { get; init; }

    /// <summary>Unix milliseconds; later than <see cref="PublishedAt"/> when it was withdrawn once and came back.</summary>
    public required long DecidedAt { get; init; }

    public required string? PageUrl { get; init; }

    public required string PageTitle { get; init; }

    public DateTimeOffset Published => DateTimeOffset.FromUnixTimeMilliseconds(PublishedAt);

    public DateTimeOffset Updated => DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(PublishedAt, DecidedAt));
}
