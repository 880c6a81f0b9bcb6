using System.Globalization;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Worker.Facts;

/// <summary>The facts that all workers share, in one round trip a comment.</summary>
internal sealed class RedisFacts(IConnectionMultiplexer redis)
{
    private const string Erased = "erased";

    // Longer than any redelivery: a comment seen again later would be counted again.
    private static readonly TimeSpan _keep = TimeSpan.FromDays(7);

    /// <exception cref="RedisException">Redis is down or refuses.</exception>
    /// <exception cref="RedisTimeoutException">Redis is slow.</exception>
    public async Task<KnownFacts> ReadAsync(FactsQuery query) =>
        Parse((string)(await redis.GetDatabase().ScriptEvaluateAsync(Scripts.ReadFacts, Keys(query), Arguments(query)))!);

    private static RedisKey[] Keys(FactsQuery query) =>
    [
        RedisKeys.Facts(query.SiteId, query.CommentId),
        RedisKeys.Author(query.SiteId, query.AuthorKey),
        RedisKeys.Text(query.SiteId, query.TextKey),
        SharedStandings.Key(query.SiteId),
        .. query.Rates.Select(rate => RedisKeys.Rate(query.SiteId, rate.Dimension, rate.Key)),
        .. query.NearTextKeys.Select(key => RedisKeys.NearText(query.SiteId, key)),
    ];

    private static RedisValue[] Arguments(FactsQuery query) =>
    [
        Flag(query.DryRun), Milliseconds(_keep), Milliseconds(query.Limits.RepeatWindow),
        Flag(query.AuthorKey is not null), Flag(query.TextKey is not null), NearTextKeys.Needed, query.Rates.Count,
        .. query.Rates.SelectMany(rate => new RedisValue[] { (int)rate.Dimension, rate.Rate.Burst, Milliseconds(rate.Rate.Interval) }),
        .. query.StandingFields.Select(field => (RedisValue)field),
        query.SubmittedAt.ToUnixTimeMilliseconds(),
    ];

    private static KnownFacts Parse(string answer)
    {
        if (answer == Erased)
        {
            return new KnownFacts { State = FactsState.Erased };
        }

        var numbers = answer.Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new KnownFacts
        {
            // A comment counted by an older worker has two dimensions and no near copies.
            TooFast = numbers.Length > 6
                ? (RateDimensions)numbers[6]
                : (numbers[0] == 1 ? RateDimensions.Address : RateDimensions.None) | (numbers[1] == 1 ? RateDimensions.Email : RateDimensions.None),
            SeenBefore = numbers[2],
            Approved = numbers[3],
            Rejected = numbers[4],
            NearlySeenBefore = numbers.Length > 6 ? numbers[5] : 0,
            Standing = numbers.Length > 7 ? (Standing)numbers[7] : Standing.None,
        };
    }

    private static RedisValue Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);

    private static RedisValue Flag(bool value) => value ? "1" : "0";
}
