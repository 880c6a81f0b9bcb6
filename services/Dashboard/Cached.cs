using System.Collections.Concurrent;

namespace Moderation.Dashboard;

/// <summary>Keeps figures for a minute, however many look at them: they are the same for all, and counting them is not free.</summary>
internal sealed class Cached<T>(TimeProvider time)
{
    private static readonly TimeSpan _age = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Made by one, and waited for by all others who want it meanwhile.</summary>
    public Task<T> GetAsync(string key, Func<Task<T>> make)
    {
        var now = time.GetUtcNow();
        var entry = _entries.AddOrUpdate(
            key, _ => new Entry(now, new Lazy<Task<T>>(make)), (_, known) => now - known.At < _age && !known.HasFailed ? known : new Entry(now, new Lazy<Task<T>>(make)));
        return entry.Value.Value;
    }

    private sealed record Entry(DateTimeOffset At, Lazy<Task<T>> Value)
    {
        public bool HasFailed => Value is { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } };
    }
}
