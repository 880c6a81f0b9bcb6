using Moderation.Contracts;

namespace Moderation.Submission.Import;

/// <summary>A comment of an archive, decided long ago.</summary>
/// <param name="Comment">With the id and the time it has in the archive.</param>
/// <param name="DecidedAs">A <see cref="Intake.CommentStatus"/>: approved, held or rejected.</param>
internal sealed record ImportedComment(CommentSubmitted Comment, string DecidedAs);
