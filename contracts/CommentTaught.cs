namespace Moderation.Contracts;

/// <summary>
/// What the last word of a moderator on a comment teaches; the rules' own decisions teach nothing. Of two about one comment the one with the
/// higher sequence counts. May come more than once.
/// </summary>
public sealed record CommentTaught
{
    public required CommentSubmitted Comment { get; init; }

    /// <summary>The sequence of the decision that it comes from.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether a moderator finds it abusive; null when the decision says nothing about that.</summary>
    public required bool? IsAbuse { get; init; }

    /// <summary>Whether a moderator finds it spam; null when the decision says nothing about that. With neither, what was learned is unlearned.</summary>
    public required bool? IsSpam { get; init; }

    /// <summary>The moderator's user name.</summary>
    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
