using MassTransit;

namespace Moderation.Publisher.Pages;

/// <summary>
/// Tells all publishers of changed pages. What changes while one message is on its way goes into the next: when decisions come by the
/// thousand, many pages share a message, and when they come one by one, nobody waits.
/// </summary>
internal sealed class NewsForOthers(IBus bus)
{
    // A confirmation that got lost must not hold up what comes after.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gathering = new();
    private Dictionary<PageRef, long> _gathered = [];
    private TaskCompletionSource _told = New();
    private bool _isSending;

    /// <summary>Returns when the bus has it.</summary>
    public Task TellAsync(PageRef page, long version, CancellationToken cancellationToken)
    {
        lock (_gathering)
        {
            _gathered[page] = Math.Max(version, _gathered.GetValueOrDefault(page));
            var told = _told.Task;
            if (!_isSending)
            {
                _isSending = true;
                _ = SendAsync();
            }

            return told.WaitAsync(cancellationToken);
        }
    }

    private async Task SendAsync()
    {
        while (Take() is { } next)
        {
            try
            {
                using var end = new CancellationTokenSource(_patience);
                await bus.Publish(
                    new PagesChanged
                    {
                        Pages = [.. next.Pages.Select(page => new ChangedPage { SiteId = page.Key.SiteId, PageKey = page.Key.PageKey, Version = page.Value })],
                    },
                    Unheeded,
                    end.Token);
                next.Told.SetResult();
            }
            catch (Exception exception)
            {
                next.Told.SetException(exception);
            }
        }
    }

    private (Dictionary<PageRef, long> Pages, TaskCompletionSource Told)? Take()
    {
        lock (_gathering)
        {
            if (_gathered.Count == 0)
            {
                _isSending = false;
                return null;
            }

            var taken = (_gathered, _told);
            (_gathered, _told) = ([], New());
            return taken;
        }
    }

    // Who starts later reads it all afresh, so that nobody has to hear it.
    private static void Unheeded(PublishContext<PagesChanged> publish)
    {
        publish.Mandatory = false;
        publish.Durable = false;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
