using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>A comment with everything that was found and decided about it.</summary>
internal sealed record Case
{
    public required CommentSubmitted Comment { get; init; }

    public required Verdict Verdict { get; init; }

    public required string State { get; init; }

    public required long Sequence { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Whether its author had it erased; no comment comes in without a text.</summary>
    public bool IsErased => Comment.Body.Length == 0;

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<PastDecision> History { get; init; }
}

/// <summary>One decision in the history of a case.</summary>
internal sealed record PastDecision
{
    public required long Sequence { get; init; }

    public required string Decision { get; init; }

    public required string State { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public string? Note { get; init; }

    /// <summary>One of <see cref="Decisions.DecisionReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The sequence of the decision that this one takes back.</summary>
    public long? Undoes { get; init; }

    /// <summary>Whether nobody outside ever heard of it: it was undone in time, or a newer one came before its release.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Until when it can be undone before anybody outside hears of it; null when it is too late, or was never so.</summary>
    public DateTimeOffset? ReleaseAt { get; init; }

    /// <summary>The act that decided several cases at once.</summary>
    public Guid? ActId { get; init; }
}
