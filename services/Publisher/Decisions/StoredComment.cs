namespace Moderation.Publisher.Decisions;

/// <summary>What is known of a comment before a decision on it is applied.</summary>
internal sealed record StoredComment
{
    public required string State { get; init; }

    public required long Sequence { get; init; }

    public required long DecidedAt { get; init; }

    public required long? PublishedAt { get; init; }

    public required long Replies { get; init; }

    public required long Version { get; init; }

    public bool IsPublished => State == CommentState.Published;

    /// <summary>Whether its place is shown: with its text, or without it above what hangs on it.</summary>
    public bool IsShown => IsPublished || Replies > 0;

    /// <summary>The newest decision stands; of two with the same sequence, the one decided first (see <see cref="Contracts.IDecision"/>).</summary>
    public bool StandsAgainst(DecisionRow decision) =>
        decision.Sequence < Sequence || (decision.Sequence == Sequence && decision.DecidedAt >= DecidedAt);

    /// <summary>Whether this is the very decision that stands, delivered again.</summary>
    public bool IsOf(DecisionRow decision) => decision.Sequence == Sequence && decision.DecidedAt == DecidedAt;
}
