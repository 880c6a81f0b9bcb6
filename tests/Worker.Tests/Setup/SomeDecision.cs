using Moderation.Contracts;

namespace Moderation.Worker.Tests.Setup;

internal static class SomeDecision
{
    public static CommentApproved Approved(CommentSubmitted comment, long sequence = 1, long at = 1_000) => new()
    {
        Comment = comment,
        Verdict = new Verdict { Score = 0, Findings = [], Ruleset = "" },
        Sequence = sequence,
        DecidedBy = IDecision.Rules,
        DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(at),
    };

    public static CommentRejected Rejected(CommentSubmitted comment, long sequence) => new()
    {
        Comment = comment,
        Verdict = new Verdict { Score = 0, Findings = [], Ruleset = "" },
        Sequence = sequence,
        DecidedBy = "moderator",
        DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(2_000),
    };
}
