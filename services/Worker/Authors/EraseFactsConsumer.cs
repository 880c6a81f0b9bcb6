using MassTransit;
using Moderation.Contracts;

namespace Moderation.Worker.Authors;

/// <summary>Forgets the facts of an author who wants to be forgotten.</summary>
internal sealed class EraseFactsConsumer(AuthorFacts facts) : IConsumer<AuthorErased>
{
    private const string Service = "worker";

    public async Task Consume(ConsumeContext<AuthorErased> context)
    {
        var erased = context.Message;
        await facts.EraseAsync(erased);
        await context.Publish(new AuthorDataErased { ErasureId = erased.ErasureId, SiteId = erased.SiteId, Service = Service });
    }
}
