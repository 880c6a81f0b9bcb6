using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Dashboard.DeadMessages;

namespace Moderation.Dashboard.Authors;

/// <summary>Empties the cases of an author who wants to be forgotten.</summary>
internal sealed class EraseCasesConsumer(CaseEraser cases, ForgetDeadMessages dead, ILogger<EraseCasesConsumer> logger) : IConsumer<AuthorErased>
{
    public async Task Consume(ConsumeContext<AuthorErased> context)
    {
        var erased = context.Message;
        var count = await cases.EraseAsync(erased.SiteId, erased.AuthorKey, erased.ErasedAt.ToUnixTimeMilliseconds(), context.CancellationToken);
        // After the cases: what dies from now on is not stored any more.
        var deadCount = await dead.OfAuthorAsync(erased.SiteId, erased.AuthorKey, erased.ErasedAt.ToUnixTimeMilliseconds(), context.CancellationToken);
        logger.LogInformation("Erasure {ErasureId} emptied {Count} cases and removed {DeadCount} dead messages", erased.ErasureId, count, deadCount);
        await context.Publish(
            new AuthorDataErased { ErasureId = erased.ErasureId, SiteId = erased.SiteId, Service = DashboardModule.Name }, context.CancellationToken);
    }
}
