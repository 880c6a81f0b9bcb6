namespace Moderation.Contracts;

/// <summary>A comment is not to be published; if it was, it is withdrawn.</summary>
public sealed record CommentRejected : IDecision
{
    public required CommentSubmitted Comment { get; init; }

    public required Verdict Verdict { get; init; }

    public required long Sequence { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
