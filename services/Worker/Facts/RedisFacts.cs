using System.Globalization;
using StackExchange.Redis;

namespace Moderation.Worker.Facts;

/// <summary>The facts that all workers share, in one round trip a comment.</summary>
internal sealed class RedisFacts(IConnectionMultiplexer redis)
{
    // Longer than any redelivery: a comment seen again later would be counted again.
    private static readonly TimeSpan _keep = TimeSpan.FromDays(7);

    /// <exception cref="RedisException">Redis is down or refuses.</exception>
    /// <exception cref="RedisTimeoutException">Redis is slow.</exception>
    public async Task<KnownFacts> ReadAsync(FactsQuery query)
    {
        var rate = query.Limits.Rates[RateDimensions.Address];
        var answer = await redis.GetDatabase().ScriptEvaluateAsync(
            Scripts.ReadFacts,
            [
                RedisKeys.Facts(query.SiteId, query.CommentId),
                RedisKeys.AddressRate(query.SiteId, query.AddressKey),
                RedisKeys.AuthorRate(query.SiteId, query.AuthorKey),
                RedisKeys.Text(query.SiteId, query.TextKey),
                RedisKeys.Author(query.SiteId, query.AuthorKey),
            ],
            [
                rate.Burst, Milliseconds(rate.Interval), Milliseconds(query.Limits.RepeatWindow), Milliseconds(_keep), Flag(query.DryRun),
                Flag(query.AddressKey is not null), Flag(query.AuthorKey is not null), Flag(query.TextKey is not null),
            ]);
        return Parse((string)answer!);
    }

    private static KnownFacts Parse(string answer)
    {
        var numbers = answer.Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new KnownFacts
        {
            TooFast = (numbers[0] == 1 ? RateDimensions.Address : 0) | (numbers[1] == 1 ? RateDimensions.Email : 0),
            SeenBefore = numbers[2],
            Approved = numbers[3],
            Rejected = numbers[4],
        };
    }

    private static RedisValue Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static RedisValue Flag(bool value) => value ? "1" : "0";
}
