using Moderation.Contracts;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Import;

/// <summary>What the other services are told of a comment of an archive: the decision it came with, as if it had just been made.</summary>
internal static class ImportedDecision
{
    private const long First = 1;

    // No rule has seen it.
    private static readonly Verdict _verdict = new() { Score = 0, Findings = [], Ruleset = "" };

    /// <summary>The same message each time, so that a second one changes nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such decision.</exception>
    public static object Of(ImportedComment imported)
    {
        var (comment, at) = (imported.Comment, imported.Comment.SubmittedAt);
        return imported.DecidedAs switch
        {
            CommentStatus.Approved => new CommentApproved { Comment = comment, Verdict = _verdict, Sequence = First, DecidedBy = IDecision.Import, DecidedAt = at },
            CommentStatus.Held => new CommentHeld { Comment = comment, Verdict = _verdict, Sequence = First, DecidedBy = IDecision.Import, DecidedAt = at },
            CommentStatus.Rejected => new CommentRejected { Comment = comment, Verdict = _verdict, Sequence = First, DecidedBy = IDecision.Import, DecidedAt = at },
            var other => throw new InvalidOperationException($"Comment {comment.CommentId} came with the unknown status '{other}'."),
        };
    }
}
