using Moderation.Contracts;
using Moderation.Worker.Facts;
using StackExchange.Redis;

namespace Moderation.Worker.Authors;

/// <summary>What Redis knows of one author.</summary>
internal sealed class AuthorFacts(IConnectionMultiplexer redis)
{
    private const int KeysAtOnce = 500;

    /// <summary>Deletes it all and keeps the time, so that what was submitted before is neither judged nor counted again.</summary>
    public async Task EraseAsync(AuthorErased erased)
    {
        var database = redis.GetDatabase();
        await database.ScriptEvaluateAsync(
            Scripts.EraseAuthor,
            [RedisKeys.Author(erased.SiteId, erased.AuthorKey), RedisKeys.Rate(erased.SiteId, RateDimensions.Email, erased.AuthorKey)],
            [erased.ErasedAt.ToUnixTimeMilliseconds(), (long)AuthorHistory.KeepHistory.TotalMilliseconds]);
        var keys = erased.CommentIds.SelectMany(id => new[] { RedisKeys.Facts(erased.SiteId, id), RedisKeys.Outcome(erased.SiteId, id) });
        foreach (var some in keys.Chunk(KeysAtOnce))
        {
            await database.KeyDeleteAsync(some);
        }
    }
}
