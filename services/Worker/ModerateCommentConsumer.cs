using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;

namespace Moderation.Worker;

/// <summary>Decides what rules alone can decide, and hands the rest to the moderators.</summary>
internal sealed class ModerateCommentConsumer(Pipeline pipeline, TimeProvider time, ILogger<ModerateCommentConsumer> logger)
    : IConsumer<CommentSubmitted>
{
    private const long FirstDecision = 1;

    public async Task Consume(ConsumeContext<CommentSubmitted> context)
    {
        var comment = context.Message;
        var judgement = await pipeline.JudgeAsync(comment);
        if (judgement == Judgement.Erased)
        {
            logger.LogInformation("Comment {CommentId} was erased before it was judged", comment.CommentId);
            return;
        }

        var (outcome, verdict) = judgement;
        logger.LogDebug(
            "Comment {CommentId}: {Outcome} by {Rules}", comment.CommentId, outcome, verdict.Findings.Select(finding => finding.Rule));

        var now = time.GetUtcNow();
        await (outcome switch
        {
            Outcome.Approve => context.Publish(new CommentApproved
            {
                Comment = comment,
                Verdict = verdict,
                Sequence = FirstDecision,
                DecidedBy = IDecision.Rules,
                DecidedAt = now,
            }),
            Outcome.Reject => context.Publish(new CommentRejected
            {
                Comment = comment,
                Verdict = verdict,
                Sequence = FirstDecision,
                DecidedBy = IDecision.Rules,
                DecidedAt = now,
            }),
            _ => context.Publish(new CommentHeld
            {
                Comment = comment,
                Verdict = verdict,
                Sequence = FirstDecision,
                DecidedBy = IDecision.Rules,
                DecidedAt = now,
            }),
        });
    }
}
