namespace Moderation.Contracts;

/// <summary>A comment is on disk and waits for a verdict. Sent again by the relay until a decision comes back.</summary>
public sealed record CommentSubmitted
{
    /// <summary>UUID version 7: ids sort by the time of submission.</summary>
    public required Guid CommentId { get; init; }

    public required string SiteId { get; init; }

    public required Page Page { get; init; }

    /// <summary>The comment this one replies to, on the same page.</summary>
    public Guid? ParentId { get; init; }

    public required Author Author { get; init; }

    /// <summary>The original text, never altered; spans of findings point into it.</summary>
    public required string Body { get; init; }

    public required Client Client { get; init; }

    public Form? Form { get; init; }

    /// <summary>BCP 47 tag, when the website knows it.</summary>
    public string? Language { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
}
