using MassTransit;

namespace Moderation.Publisher.Pages;

/// <summary>Hears of changed pages from all publishers, on a queue that lives and dies with this process.</summary>
internal sealed class FollowPagesConsumer(PageNews news) : IConsumer<PagesChanged>
{
    public Task Consume(ConsumeContext<PagesChanged> context)
    {
        foreach (var changed in context.Message.Pages)
        {
            news.Tell(new PageRef(changed.SiteId, changed.PageKey), changed.Version);
        }

        return Task.CompletedTask;
    }
}
