namespace Moderation.Publisher.Live;

/// <summary>A page that somebody reads live. Readers wait for <see cref="Next"/> and cost nothing else meanwhile.</summary>
internal sealed class WatchedPage
{
    private TaskCompletionSource _next = New();
    private long _version;

    /// <summary>The newest version heard of; 0 before any.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Ends with the next change or heartbeat.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>How many read; kept by <see cref="LivePages"/>.</summary>
    public int Readers { get; set; }

    public void Change(long version)
    {
        for (var known = Version; version > known; known = Version)
        {
            if (Interlocked.CompareExchange(ref _version, version, known) == known)
            {
                Wake();
            }
        }
    }

    public void Wake() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
