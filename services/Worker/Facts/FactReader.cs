using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Moderation.Worker.Facts;

/// <summary>Facts from Redis, or from this process while Redis does not answer. Never fails for want of Redis.</summary>
internal sealed class FactReader(RedisFacts redis, LocalLimiter local, TimeProvider time, ILogger<FactReader> logger)
{
    /// <summary>How long Redis is left alone after it failed, so that not every comment waits for a timeout.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _failedAt = long.MinValue;

    public async Task<KnownFacts> ReadAsync(FactsQuery query)
    {
        if (!MayAsk())
        {
            return local.Read(query);
        }

        try
        {
            var facts = await ReadPatientlyAsync(query);
            if (Interlocked.Exchange(ref _failedAt, long.MinValue) != long.MinValue)
            {
                logger.LogInformation("Redis answers again.");
            }

            return facts;
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            if (Interlocked.Exchange(ref _failedAt, time.GetTimestamp()) == long.MinValue)
            {
                logger.LogWarning(exception, "Redis does not answer: comments are held until it does.");
            }

            return local.Read(query);
        }
    }

    // A machine that stalls for a second is no outage; holding comments for it would cost moderators more than the wait.
    private async Task<KnownFacts> ReadPatientlyAsync(FactsQuery query)
    {
        try
        {
            return await redis.ReadAsync(query);
        }
        catch (RedisTimeoutException)
        {
            return await redis.ReadAsync(query);
        }
    }

    // After the pause one comment tries; the others wait for what becomes of it.
    private bool MayAsk()
    {
        var failedAt = Interlocked.Read(ref _failedAt);
        return failedAt == long.MinValue
            || (time.GetElapsedTime(failedAt) >= Pause
                && Interlocked.CompareExchange(ref _failedAt, time.GetTimestamp(), failedAt) == failedAt);
    }
}
