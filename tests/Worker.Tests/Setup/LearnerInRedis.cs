using System.Text.Json;
using Moderation.Hosting.Models;
using Moderation.Learning;
using StackExchange.Redis;

namespace Moderation.Worker.Tests.Setup;

/// <summary>Leaves models in Redis as the learner does.</summary>
internal sealed class LearnerInRedis(IConnectionMultiplexer redis, int database = -1)
{
    public static readonly DateTimeOffset MadeAt = new(2026, 7, 1, 6, 30, 0, TimeSpan.Zero);

    public IDatabase Redis => redis.GetDatabase(database);

    public Task WriteAsync(long version, Model model, string site = "demo", bool tells = true) => WriteAsync(version, model.Store(), site, tells);

    public async Task WriteAsync(long version, byte[] model, string site = "demo", bool tells = true)
    {
        var report = new LearningReport { Version = version, Baseline = "", At = MadeAt, Heads = [], Versions = [], Moderators = [] };
        var write = Redis.CreateTransaction();
        _ = write.HashSetAsync(
            SharedModels.Key(site),
            [
                new HashEntry(SharedModels.Version, version),
                new HashEntry(SharedModels.Model, model),
                new HashEntry(SharedModels.Report, JsonSerializer.Serialize(report, JsonSerializerOptions.Web)),
            ]);
        _ = tells ? write.PublishAsync(RedisChannel.Literal(SharedModels.Channel), site) : Task.FromResult(0L);
        Assert.True(await write.ExecuteAsync());
    }

    public Task LoseAsync(string site = "demo") => Redis.KeyDeleteAsync(SharedModels.Key(site));
}
