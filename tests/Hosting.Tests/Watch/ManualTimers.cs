using System.Collections.Concurrent;

namespace Moderation.Hosting.Tests.Watch;

/// <summary>Timers that are due when a test says so.</summary>
internal sealed class ManualTimers : TimeProvider
{
    private readonly ConcurrentDictionary<Due, bool> _timers = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Due(this, () => callback(state));
        _timers[timer] = true;
        return timer;
    }

    public void Pass()
    {
        foreach (var timer in _timers.Keys)
        {
            timer.Call();
        }
    }

    private sealed class Due(ManualTimers timers, Action call) : ITimer
    {
        public void Call() => call();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => timers._timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
