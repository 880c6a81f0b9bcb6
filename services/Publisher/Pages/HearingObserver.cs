using MassTransit;

namespace Moderation.Publisher.Pages;

/// <summary>Knows whether the queue of changed pages is read.</summary>
internal sealed class HearingObserver(PageNews news) : IReceiveEndpointObserver
{
    /// <summary>How the queue's name begins; the process's own id follows.</summary>
    public const string Queue = "FollowPages";

    public Task Ready(ReceiveEndpointReady ready) => When(ready.InputAddress, news.Open);

    public Task Stopping(ReceiveEndpointStopping stopping) => When(stopping.InputAddress, news.Close);

    public Task Completed(ReceiveEndpointCompleted completed) => When(completed.InputAddress, news.Close);

    public Task Faulted(ReceiveEndpointFaulted faulted) => When(faulted.InputAddress, news.Close);

    private static Task When(Uri address, Action happened)
    {
        if (address.AbsolutePath.Contains(Queue, StringComparison.Ordinal))
        {
            happened();
        }

        return Task.CompletedTask;
    }
}
