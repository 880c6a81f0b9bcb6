using MassTransit;
using Moderation.Contracts;
using Moderation.Learner.Log;

namespace Moderation.Learner;

/// <summary>Writes down what moderators teach. It is learned from there, so that nothing is learned twice or lost.</summary>
internal sealed class LearnCommentConsumer(LogWriter log, LearnerMetrics metrics) : IConsumer<CommentTaught>
{
    public async Task Consume(ConsumeContext<CommentTaught> context)
    {
        if (await log.AddAsync(context.Message, context.CancellationToken))
        {
            metrics.Taught(context.Message.Comment.SiteId);
        }
    }
}

internal sealed class LearnCommentDefinition : ConsumerDefinition<LearnCommentConsumer>
{
    // In the order in which moderators decided.
    public LearnCommentDefinition() => ConcurrentMessageLimit = 1;
}
