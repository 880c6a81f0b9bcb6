using Moderation.Contracts;
using Moderation.Submission.Import;

namespace Moderation.Submission.Relay;

/// <summary>What is published of a comment: itself, or the decision that it came with from an archive.</summary>
internal sealed record Outgoing(Guid CommentId, object Message)
{
    public static Outgoing Of(CommentSubmitted comment) => new(comment.CommentId, comment);

    public static Outgoing Of(ImportedComment imported) => new(imported.Comment.CommentId, ImportedDecision.Of(imported));
}
