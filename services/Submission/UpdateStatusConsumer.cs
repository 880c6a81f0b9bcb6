using MassTransit;
using Moderation.Contracts;
using Moderation.Submission.Intake;

namespace Moderation.Submission;

internal sealed class UpdateStatusConsumer(CommentStore store)
    : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>
{
    public Task Consume(ConsumeContext<CommentApproved> context) => Update(context, context.Message, CommentStatus.Approved);

    public Task Consume(ConsumeContext<CommentHeld> context) => Update(context, context.Message, CommentStatus.Held);

    public Task Consume(ConsumeContext<CommentRejected> context) => Update(context, context.Message, CommentStatus.Rejected);

    private Task Update(ConsumeContext context, IDecision decision, string status) =>
        store.Decide(decision.Comment.CommentId, status, decision.Sequence, decision.DecidedAt, context.CancellationToken);
}
