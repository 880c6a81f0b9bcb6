namespace Moderation.Publisher.Pages;

/// <summary>What this process hears of changed pages, from itself and from the other publishers.</summary>
internal sealed class PageNews
{
    private long _hearing;
    private long _times;

    /// <summary>A page has this version now.</summary>
    public event Action<PageRef, long>? Changed;

    /// <summary>From now on everything is heard; what changed before may not have been.</summary>
    public event Action? HeardAgain;

    /// <summary>
    /// Zero while changes are not heard. Otherwise another number each time that the bus has come back: what was read under this one
    /// was read while everything was heard.
    /// </summary>
    public long Hearing => Interlocked.Read(ref _hearing);

    public void Tell(PageRef page, long version) => Changed?.Invoke(page, version);

    public void Open()
    {
        Interlocked.Exchange(ref _hearing, Interlocked.Increment(ref _times));
        HeardAgain?.Invoke();
    }

    public void Close() => Interlocked.Exchange(ref _hearing, 0);
}
