using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Learner.Log;

namespace Moderation.Learner;

/// <summary>Writes down what admins want otherwise.</summary>
internal sealed class ChangeLearningConsumer(LogWriter log, ILogger<ChangeLearningConsumer> logger) : IConsumer<LearningChangeRequested>
{
    public async Task Consume(ConsumeContext<LearningChangeRequested> context)
    {
        var request = context.Message;
        if (await log.AddAsync(request, context.CancellationToken))
        {
            logger.LogInformation("{Change} on {SiteId} asked for by {Moderator}, request {RequestId}", request.Change, request.SiteId, request.RequestedBy, request.RequestId);
        }
        else
        {
            logger.LogInformation("Request {RequestId} on {SiteId} is an old one, or there is no such version any more", request.RequestId, request.SiteId);
        }
    }
}

internal sealed class ChangeLearningDefinition : ConsumerDefinition<ChangeLearningConsumer>
{
    public ChangeLearningDefinition() => ConcurrentMessageLimit = 1;
}
