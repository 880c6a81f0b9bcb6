using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;

namespace Moderation.Submission.Authors;

/// <summary>Writes down the erasures that moderators ask for, beside those of the sites.</summary>
internal sealed class RequestErasureConsumer(ErasureStore store, ILogger<RequestErasureConsumer> logger) : IConsumer<ErasureRequested>
{
    public async Task Consume(ConsumeContext<ErasureRequested> context)
    {
        var asked = context.Message;
        await store.Request(new Erasure(asked.ErasureId, asked.SiteId, asked.AuthorKey, asked.RequestedAt), context.CancellationToken);
        logger.LogInformation("Erasure {ErasureId} asked for by a moderator of {SiteId}", asked.ErasureId, asked.SiteId);
    }
}
