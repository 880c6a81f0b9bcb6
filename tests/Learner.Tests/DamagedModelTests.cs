using System.Text;
using Moderation.Hosting.Models;
using Moderation.Learner.Tests.Setup;
using StackExchange.Redis;

namespace Moderation.Learner.Tests;

/// <summary>What somebody else wrote over a model in Redis is written over again.</summary>
public sealed class DamagedModelTests : IAsyncLifetime
{
    private readonly string _site = $"site-{Guid.NewGuid():N}";
    private readonly string _other = $"site-{Guid.NewGuid():N}";
    private Func<Hosting.Stores.IDatabases> _databases = null!;
    private LearnerHost _learner = null!;

    public static TheoryData<string, byte[]> Damages => new()
    {
        { SharedModels.Model, [.. "CMLM"u8, 2, .. new byte[100]] },
        { SharedModels.Report, Encoding.UTF8.GetBytes("no report at all") },
    };

    private RedisKey Key => SharedModels.Key(_site);

    public async Task InitializeAsync()
    {
        _databases = await Stores.CreateAsync("SQLite");
        _learner = await StartAsync();
        await _learner.SendAsync(Teach.InTurn(0, 20, "asha").Select(OnSite));
    }

    public async Task DisposeAsync() => await _learner.DisposeAsync();

    [Fact]
    public async Task Is_written_again_with_the_next_lesson()
    {
        var (_, before) = await _learner.SettledAsync(_site);
        await _learner.Redis.HashSetAsync(Key, [new(SharedModels.Model, "no model at all"), new(SharedModels.Report, "no report at all")]);

        await _learner.SendAsync(OnSite(Teach.Fine(20)));

        await RisesAsync(before.Version);
        Assert.Equal(11, (await _learner.SettledAsync(_site)).Report.Heads[0].Fine);
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task Is_written_again_when_a_learner_starts_under_a_version_that_workers_have_not_refused(string field, byte[] damage)
    {
        var (model, before) = await _learner.SettledAsync(_site);
        await _learner.DisposeAsync();
        _learner = await StartAsync(before: redis => redis.HashSetAsync(Key, field, damage));

        await RisesAsync(before.Version);
        var (after, report) = await _learner.SettledAsync(_site);
        Assert.Equal(model, after);
        Assert.Equal((before.Heads[0].Fine, before.Heads[0].Refused), (report.Heads[0].Fine, report.Heads[0].Refused));
    }

    [Fact]
    public async Task What_is_whole_keeps_its_version_when_a_learner_starts()
    {
        var (model, before) = await _learner.SettledAsync(_site);
        await _learner.DisposeAsync();
        _learner = await StartAsync();
        await _learner.SendAsync(OnSite(Teach.Fine(20)));

        var (after, report) = await _learner.SettledAsync(_site);
        Assert.NotEqual(model, after);
        Assert.Equal(before.Version + 1, report.Version);
    }

    [Fact]
    public async Task A_version_that_no_learner_gave_is_written_again_in_seconds()
    {
        var (model, before) = await _learner.SettledAsync(_site);

        foreach (var version in new[] { "no number", "", "-3", "5.5", "1e300", "9223372036854775807" })
        {
            await _learner.Redis.HashSetAsync(Key, [new(SharedModels.Version, version), new(SharedModels.Model, "no model at all")]);
            await Eventually.TrueAsync(
                async () => (string?)await _learner.Redis.HashGetAsync(Key, SharedModels.Version) == $"{before.Version}", $"'{version}' is written over");
        }

        var (after, report) = await _learner.SettledAsync(_site);
        Assert.Equal(model, after);
        Assert.Equal(before.Version, report.Version);
    }

    [Fact]
    public async Task Something_of_another_kind_in_its_place_is_written_again_in_seconds_and_keeps_no_other_site_waiting()
    {
        var (model, _) = await _learner.SettledAsync(_site);
        await _learner.Redis.StringSetAsync(Key, "no model at all");
        await _learner.Redis.StringSetAsync(SharedModels.Key(_other), "no report at all");

        await Eventually.TrueAsync(async () => await _learner.Redis.KeyTypeAsync(Key) is RedisType.Hash, "the model is there again");
        await Eventually.TrueAsync(async () => await _learner.Redis.KeyTypeAsync(SharedModels.Key(_other)) is RedisType.Hash, "the report is there again");

        Assert.Equal(model, (await _learner.SettledAsync(_site)).Model);
    }

    private async Task<LearnerHost> StartAsync(Func<IDatabase, Task>? before = null)
    {
        if (before is not null)
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(await Stores.RedisAsync());
            await before(redis.GetDatabase());
        }

        return await LearnerHost.StartAsync(_databases, [_site, _other]);
    }

    private Task RisesAsync(long version) => Eventually.TrueAsync(
        async () => (long)await _learner.Redis.HashGetAsync(Key, SharedModels.Version) > version, "there is a newer version");

    private Contracts.CommentTaught OnSite(Contracts.CommentTaught taught) => taught with { Comment = taught.Comment with { SiteId = _site } };
}
