namespace Moderation.Publisher.Tests.Running;

/// <summary>Shows the time it was set to; its timers ring when it is set past them.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private long _ticks = new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public DateTimeOffset Now => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (_alarms)
        {
            _alarms.Add(alarm);
        }

        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _ticks, by.Ticks);
        Alarm[] alarms;
        lock (_alarms)
        {
            alarms = [.. _alarms];
        }

        foreach (var alarm in alarms)
        {
            alarm.Ring();
        }
    }

    private sealed class Alarm(StoppedClock clock, Action ring) : ITimer
    {
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public void Ring()
        {
            if (clock.Now >= _due)
            {
                _due = _period > TimeSpan.Zero ? clock.Now + _period : null;
                ring();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Now + dueTime;
            _period = period;
            return true;
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
