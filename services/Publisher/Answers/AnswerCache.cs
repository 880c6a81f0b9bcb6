using System.Collections.Concurrent;
using Moderation.Hosting;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Answers;

/// <summary>Keeps ready answers until exactly that page changes. Bounded by bytes; what was not used for longest goes first.</summary>
internal sealed class AnswerCache
{
    /// <summary>Kept at most, give or take an eighth.</summary>
    public const long MostBytes = 64 << 20;

    // A message that got lost all the same delays a comment by no more than this.
    private static readonly TimeSpan _trustedFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<PageRef, CachedPage> _pages = [];
    private readonly Lock _trimming = new();
    private readonly CommentReader _reader;
    private readonly PageNews _news;
    private readonly TimeProvider _time;
    private long _grown;

    public AnswerCache(CommentReader reader, PageNews news, TimeProvider time)
    {
        (_reader, _news, _time) = (reader, news, time);
        news.Changed += Drop;
        news.Changed += (page, version) => _pages.TryRemove(PageRef.OfSite(page.SiteId), out var _);
    }

    /// <summary>What is kept now.</summary>
    public long Bytes => _pages.Values.SelectMany(page => page.Answers).Sum(answer => answer.Bytes);

    /// <param name="page">The page.</param>
    /// <param name="query">What is asked of it; an equal one has the same answer until the page changes.</param>
    /// <param name="make">Makes the answer; its version must be of the same moment as what it says.</param>
    /// <param name="cancellationToken">Ends the waiting, not the making: others may wait for it too.</param>
    public async ValueTask<T> GetAsync<T>(PageRef page, object query, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class, IAnswer
    {
        var cached = Of(page);
        if (!IsTrusted(cached))
        {
            cached = await RenewAsync(page, cached, cancellationToken);
        }

        var entry = cached.Of(query, asked => new CachedAnswer(cached, asked, async () => await make()));
        entry.UsedAt = _time.GetTimestamp();
        return (T)(entry.Kept ?? await MadeAsync(page, entry, cancellationToken));
    }

    private async Task<IAnswer> MadeAsync(PageRef page, CachedAnswer entry, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await entry.Answer.WaitAsync(cancellationToken);
            if (answer.Version == 0)
            {
                // Anybody can ask for pages that are not there.
                Remove(page, entry.Page);
            }
            else if (entry.Keep(answer) && Interlocked.Add(ref _grown, answer.Bytes) > MostBytes / 8)
            {
                Trim();
            }

            return answer;
        }
        catch when (entry.Answer.IsFaulted)
        {
            entry.Page.Remove(entry);
            throw;
        }
    }

    private CachedPage Of(PageRef page) => _pages.GetOrAdd(page, _ => new CachedPage { Trusted = TrustFromNow() });

    // Taken before anything is read, so that what changes meanwhile is heard of.
    private CachedPage.Trust TrustFromNow() => new(_news.Hearing, _time.GetTimestamp());

    private bool IsTrusted(CachedPage cached) =>
        cached.Trusted is { Hearing: not 0 } trust && trust.Hearing == _news.Hearing && _time.GetElapsedTime(trust.Since) < _trustedFor;

    private async Task<CachedPage> RenewAsync(PageRef page, CachedPage cached, CancellationToken cancellationToken)
    {
        var trust = TrustFromNow();
        if (cached.IsEmpty || cached.IsAsOf(await VersionAsync(page, cached, cancellationToken)))
        {
            cached.Trusted = trust;
            return cached;
        }

        Remove(page, cached);
        return Of(page);
    }

    private async Task<long> VersionAsync(PageRef page, CachedPage cached, CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.VersionAsync(page, cancellationToken);
        }
        catch (Exception exception) when (Outage.Is(exception) && cached.Trusted is { Hearing: not 0 } trust && trust.Hearing == _news.Hearing)
        {
            // Nothing was heard, and nothing can change while the database is down.
            return 0;
        }
    }

    private void Drop(PageRef page, long version)
    {
        if (_pages.TryGetValue(page, out var cached) && !cached.IsAsOf(version))
        {
            _pages.TryUpdate(page, new CachedPage { Trusted = TrustFromNow(), Floor = version }, cached);
        }
    }

    private void Remove(PageRef page, CachedPage cached) => _pages.TryRemove(KeyValuePair.Create(page, cached));

    private void Trim()
    {
        if (!_trimming.TryEnter())
        {
            return;
        }

        try
        {
            Interlocked.Exchange(ref _grown, 0);
            var excess = Bytes - MostBytes;
            foreach (var answer in _pages.Values.SelectMany(page => page.Answers).OrderBy(answer => answer.UsedAt).TakeWhile(_ => excess > 0))
            {
                answer.Page.Remove(answer);
                excess -= answer.Bytes;
            }

            foreach (var (page, cached) in _pages.Where(page => page.Value.IsEmpty))
            {
                Remove(page, cached);
            }
        }
        finally
        {
            _trimming.Exit();
        }
    }
}
