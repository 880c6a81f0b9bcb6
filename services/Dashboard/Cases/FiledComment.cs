using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>A comment on file.</summary>
/// <param name="Comment">As it was submitted.</param>
/// <param name="State"><c>held</c>, <c>approved</c> or <c>rejected</c>.</param>
public sealed record FiledComment(CommentSubmitted Comment, string State);
