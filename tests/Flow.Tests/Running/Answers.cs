namespace Moderation.Flow.Tests.Running;

/// <summary>What the submission tells of a comment.</summary>
public sealed record CommentStatus(Guid Id, string Status, DateTimeOffset SubmittedAt, DateTimeOffset? DecidedAt);

/// <summary>A comment in the publisher's list.</summary>
public sealed record PublishedComment(Guid Id, Guid? ParentId, bool Removed, PublicAuthor? Author, string Text, DateTime PublishedAt);

/// <summary>An author as the public sees them.</summary>
public sealed record PublicAuthor(string Name);

/// <summary>A case as the moderators' API shows it.</summary>
public sealed record ModeratedCase(Guid Id, string Body, string State, long Sequence, string DecidedBy, IReadOnlyList<PastDecision> History);

/// <summary>One decision in the history of a case.</summary>
public sealed record PastDecision(long Sequence, string Decision, string DecidedBy);

/// <summary>What became of a moderator's decision.</summary>
public sealed record DecisionResult(Guid Id, string Result, string? State, string? DecidedBy, long? Sequence);

/// <summary>The verdict that a text would get.</summary>
public sealed record CheckAnswer(string Outcome, double Score)
{
    public IReadOnlyList<CheckFinding> Findings { get; init; } = [];

    /// <summary>The version of the model that was asked.</summary>
    public string? Model { get; init; }
}

/// <summary>A rule that spoke.</summary>
public sealed record CheckFinding(string Rule);
