using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Publisher.Decisions;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Authors;

/// <summary>Withdraws for good all that an author who wants to be forgotten has published.</summary>
internal sealed class ErasePublishedConsumer(
    PublishedOfAuthor published, DecisionStore store, PageNews news, NewsForOthers others, ILogger<ErasePublishedConsumer> logger)
    : IConsumer<AuthorErased>
{
    public async Task Consume(ConsumeContext<AuthorErased> context)
    {
        var (erased, cancellationToken) = (context.Message, context.CancellationToken);
        var erasedAt = erased.ErasedAt.ToUnixTimeMilliseconds();
        // First: what is published after this sees it, and what was published before is found below.
        await published.CloseAsync(erased.SiteId, erased.AuthorKey, erasedAt, cancellationToken);
        while (await published.NextAsync(erased.SiteId, erased.AuthorKey, erasedAt, cancellationToken) is { Count: > 0 } some)
        {
            foreach (var erasing in some)
            {
                if ((await store.ApplyAsync(erasing, cancellationToken)).PageVersion is { } version)
                {
                    var page = new PageRef(erasing.SiteId, erasing.PageKey);
                    news.Tell(page, version);
                    await others.TellAsync(page, version, cancellationToken);
                }
            }

            logger.LogInformation("Erasure {ErasureId} emptied {Count} published comments", erased.ErasureId, some.Count);
        }

        await context.Publish(
            new AuthorDataErased { ErasureId = erased.ErasureId, SiteId = erased.SiteId, Service = PublisherModule.Name }, cancellationToken);
    }
}
