namespace Moderation.Worker.Facts;

/// <summary>
/// The rates of this process alone, for when Redis does not answer: the same GCRA as read-facts.lua. It keeps at most
/// twice <see cref="Capacity"/> keys; the ones longest unused go first.
/// </summary>
internal sealed class LocalLimiter(TimeProvider time)
{
    internal const int Capacity = 50_000;

    private readonly Lock _lock = new();
    private Dictionary<string, TimeSpan> _recent = new(StringComparer.Ordinal);
    private Dictionary<string, TimeSpan> _older = new(StringComparer.Ordinal);

    internal int Count => _recent.Count + _older.Count;

    public KnownFacts Read(FactsQuery query)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(0);
            var tooFast = RateDimensions.None;
            var charges = new (string Key, TimeSpan WorkedOff)[query.Rates.Count];
            for (var number = 0; number < charges.Length; number++)
            {
                var rate = query.Rates[number];
                var key = $"{query.SiteId}:{rate.Dimension}:{rate.Key}";
                var furthest = now + (rate.Rate.Burst * rate.Rate.Interval);
                charges[number] = (key, WorkedOff(key, now, furthest, query.DryRun) + rate.Rate.Interval);
                tooFast |= charges[number].WorkedOff > furthest ? rate.Dimension : RateDimensions.None;
            }

            if (!query.DryRun && tooFast is RateDimensions.None)
            {
                foreach (var (key, workedOff) in charges)
                {
                    Keep(key, workedOff);
                }
            }

            return new KnownFacts { State = FactsState.Degraded, TooFast = tooFast };
        }
    }

    private TimeSpan WorkedOff(string key, TimeSpan now, TimeSpan furthest, bool dryRun)
    {
        if (!_recent.TryGetValue(key, out var workedOff))
        {
            _older.TryGetValue(key, out workedOff);
        }

        if (workedOff <= furthest)
        {
            return workedOff > now ? workedOff : now;
        }

        // Charged by a stricter rate than is in force now.
        if (!dryRun)
        {
            Keep(key, furthest);
        }

        return furthest;
    }

    private void Keep(string key, TimeSpan workedOff)
    {
        if (_recent.Count >= Capacity)
        {
            (_recent, _older) = (new(StringComparer.Ordinal), _recent);
        }

        _recent[key] = workedOff;
    }
}
