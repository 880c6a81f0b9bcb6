using Moderation.Contracts;

namespace Moderation.Submission.Authors;

/// <summary>A comment as the export of its author shows it; what is forgotten is left out.</summary>
internal sealed record KeptComment
{
    public required string Id { get; init; }

    public required KeptPage Page { get; init; }

    public required Guid? ParentId { get; init; }

    public required Author? Author { get; init; }

    public required string? Text { get; init; }

    public required string? Language { get; init; }

    public required Client? Client { get; init; }

    public required Form? Form { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    public required string Status { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime? DecidedAt { get; init; }
}

internal sealed record KeptPage(string Id, string? Url, string? Title);
