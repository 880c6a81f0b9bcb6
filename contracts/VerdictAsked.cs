namespace Moderation.Contracts;

/// <summary>What would become of this comment now? Nothing is counted. Any worker answers with <see cref="VerdictAnswered"/>.</summary>
public sealed record VerdictAsked
{
    public required CommentSubmitted Comment { get; init; }

    /// <summary>Changes to try in place of those in force; null for those in force.</summary>
    public RulesOverlay? Overlay { get; init; }
}

/// <summary>The verdict that the comment would get.</summary>
public sealed record VerdictAnswered
{
    /// <summary><c>approve</c>, <c>hold</c> or <c>reject</c>.</summary>
    public required string Outcome { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>From this score on a comment is held on its site.</summary>
    public required double HoldFrom { get; init; }

    /// <summary>From this score on a comment is rejected on its site.</summary>
    public required double RejectFrom { get; init; }
}
