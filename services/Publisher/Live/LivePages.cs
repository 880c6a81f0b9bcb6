using System.Data.Common;
using Microsoft.Extensions.Logging;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Live;

/// <summary>The pages that are read live now. Wakes their readers when one changes, and all of them for a heartbeat.</summary>
internal sealed class LivePages : IDisposable
{
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(20);

    private readonly Dictionary<PageRef, WatchedPage> _pages = [];
    private readonly Lock _watching = new();
    private readonly CommentReader _reader;
    private readonly ILogger<LivePages> _logger;
    private readonly ITimer _timer;

    // The cache is asked for so that it hears of a change first: what readers then get from it is new.
    public LivePages(AnswerCache cache, CommentReader reader, PageNews news, TimeProvider time, ILogger<LivePages> logger)
    {
        ArgumentNullException.ThrowIfNull(cache);
        (_reader, _logger) = (reader, logger);
        news.Changed += (page, version) => Find(page)?.Change(version);
        news.HeardAgain += () => _ = CatchUpAsync();
        _timer = time.CreateTimer(_ => Beat(), null, _heartbeat, _heartbeat);
    }

    public WatchedPage Enter(PageRef page)
    {
        lock (_watching)
        {
            if (!_pages.TryGetValue(page, out var watched))
            {
                _pages.Add(page, watched = new WatchedPage());
            }

            watched.Readers++;
            return watched;
        }
    }

    public void Leave(PageRef page, WatchedPage watched)
    {
        lock (_watching)
        {
            if (--watched.Readers == 0)
            {
                _pages.Remove(page);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private WatchedPage? Find(PageRef page)
    {
        lock (_watching)
        {
            return _pages.GetValueOrDefault(page);
        }
    }

    private KeyValuePair<PageRef, WatchedPage>[] All()
    {
        lock (_watching)
        {
            return [.. _pages];
        }
    }

    private void Beat()
    {
        foreach (var (_, watched) in All())
        {
            watched.Wake();
        }
    }

    // Nobody told of what changed while the bus was away.
    private async Task CatchUpAsync()
    {
        foreach (var (page, watched) in All())
        {
            try
            {
                watched.Change(await _reader.VersionAsync(page, CancellationToken.None));
            }
            catch (DbException exception)
            {
                _logger.LogWarning("A page was not looked up for its live readers: {Reason}", exception.Message);
            }
        }
    }
}
