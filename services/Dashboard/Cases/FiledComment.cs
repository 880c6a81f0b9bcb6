using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>A comment on file.</summary>
/// <param name="Comment">As it was submitted.</param>
/// <param name="State"><c>held</c>, <c>approved</c> or <c>rejected</c>.</param>
public sealed record FiledComment(CommentSubmitted Comment, string State)
{
    /// <summary>Null when no moderator has decided it.</summary>
    public FiledDecision? Decision { get; init; }
}

/// <summary>The decision of a moderator that stands.</summary>
/// <param name="Decision"><c>approve</c>, <c>reject</c>, <c>spam</c> or <c>hold</c>.</param>
/// <param name="Reason">In a word of the desk's; null when none was given.</param>
/// <param name="Labels">Those of the verdict, each once.</param>
public sealed record FiledDecision(string Decision, string? Reason, IReadOnlyList<string> Labels);
