using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;

namespace Moderation.Dashboard.Authors;

/// <summary>Empties the cases of an author who wants to be forgotten.</summary>
internal sealed class EraseCasesConsumer(CaseEraser cases, ILogger<EraseCasesConsumer> logger) : IConsumer<AuthorErased>
{
    public async Task Consume(ConsumeContext<AuthorErased> context)
    {
        var erased = context.Message;
        var count = await cases.EraseAsync(erased.SiteId, erased.AuthorKey, erased.ErasedAt.ToUnixTimeMilliseconds(), context.CancellationToken);
        logger.LogInformation("Erasure {ErasureId} emptied {Count} cases", erased.ErasureId, count);
        await context.Publish(
            new AuthorDataErased { ErasureId = erased.ErasureId, SiteId = erased.SiteId, Service = DashboardModule.Name }, context.CancellationToken);
    }
}
