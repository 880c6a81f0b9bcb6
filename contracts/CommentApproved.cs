namespace Moderation.Contracts;

/// <summary>A comment is fit to publish.</summary>
public sealed record CommentApproved : IDecision
{
    public required CommentSubmitted Comment { get; init; }

    public required Verdict Verdict { get; init; }

    public required long Sequence { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
