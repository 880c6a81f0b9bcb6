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
            var rate = query.Limits.Rates[RateDimensions.Address];
            var now = time.GetElapsedTime(0);
            var address = After(Key(query, "address", query.AddressKey), now, rate);
            var author = After(Key(query, "author", query.AuthorKey), now, rate);
            var (addressTooFast, authorTooFast) = (TooFast(address, now, rate), TooFast(author, now, rate));
            if (!query.DryRun && !addressTooFast && !authorTooFast)
            {
                Charge(address);
                Charge(author);
            }

            return new KnownFacts { State = FactsState.Degraded, TooFast = (addressTooFast ? RateDimensions.Address : 0) | (authorTooFast ? RateDimensions.Email : 0) };
        }
    }

    private static string? Key(FactsQuery query, string dimension, string? key) => key is null ? null : $"{query.SiteId}:{dimension}:{key}";

    private (string Key, TimeSpan WorkedOff)? After(string? key, TimeSpan now, Rate rate)
    {
        if (key is null)
        {
            return null;
        }

        if (!_recent.TryGetValue(key, out var workedOff))
        {
            _older.TryGetValue(key, out workedOff);
        }

        return (key, (workedOff > now ? workedOff : now) + rate.Interval);
    }

    private static bool TooFast((string Key, TimeSpan WorkedOff)? state, TimeSpan now, Rate rate) =>
        state is { } known && known.WorkedOff - now > rate.Burst * rate.Interval;

    private void Charge((string Key, TimeSpan WorkedOff)? rate)
    {
        if (rate is not { } known)
        {
            return;
        }

        if (_recent.Count >= Capacity)
        {
            (_recent, _older) = (new(StringComparer.Ordinal), _recent);
        }

        _recent[known.Key] = known.WorkedOff;
    }
}
