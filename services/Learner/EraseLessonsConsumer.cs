using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Learner.Log;

namespace Moderation.Learner;

/// <summary>Unlearns what the comments of an author taught who wants to be forgotten.</summary>
internal sealed class EraseLessonsConsumer(LogWriter log, ILogger<EraseLessonsConsumer> logger) : IConsumer<AuthorErased>
{
    public async Task Consume(ConsumeContext<AuthorErased> context)
    {
        var erased = context.Message;
        if (await log.EraseAsync(erased, context.CancellationToken))
        {
            logger.LogInformation("Erasure {ErasureId} took lessons out of the log of {SiteId}", erased.ErasureId, erased.SiteId);
        }

        await context.Publish(
            new AuthorDataErased { ErasureId = erased.ErasureId, SiteId = erased.SiteId, Service = LearnerModule.Name }, context.CancellationToken);
    }
}
