using System.Text.Json;
using Moderation.Hosting.Models;
using Moderation.Learning;
using Moderation.Worker.Learned;
using Moderation.Worker.Tests.Setup;
using StackExchange.Redis;

namespace Moderation.Worker.Tests;

/// <summary>What a worker makes of it when somebody else wrote over what the learner left in Redis.</summary>
[Collection(RedisCollection.Name)]
public sealed class DamagedModelTests(RedisFixture fixture) : IAsyncLifetime, IDisposable
{
    private const int Database = 13;

    private readonly RuleDirectory _rules = new(RuleDirectory.With(
        """
        rules:
          - { id: LearnedAbuse, when: { learned: abuse }, score: 6.25, labels: [abuse], reason: { en: "{learned}." } }
        """));

    private readonly ModelsInForce _models = new(Model.Shipped);
    private readonly LinesLogged<SharedModelReader> _log = new();
    private readonly LearnerInRedis _learner = new(fixture.Redis, Database);
    private ConnectionMultiplexer _redis = null!;
    private SharedModelReader _reader = null!;

    private string Connection => $"{fixture.ConnectionString},defaultDatabase={Database}";

    public async Task InitializeAsync()
    {
        await _learner.LoseAsync();
        await _learner.LoseAsync("other");
        _redis = await ConnectionMultiplexer.ConnectAsync(Connection);
        _reader = new SharedModelReader(_redis, SomeSites.List, _models, TimeProvider.System, _log);
    }

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    public void Dispose()
    {
        _reader.Dispose();
        _rules.Dispose();
    }

    [Fact]
    public async Task A_worker_that_starts_with_it_judges_by_the_model_that_ships_and_says_so()
    {
        var damaged = SomeModel.Taught.Store();
        damaged[^1] ^= 1;
        await _learner.WriteAsync(3, damaged);

        await using var worker = await WorkerApplication.StartAsync(Connection, _rules.Path);
        var judgement = await worker.Pipeline.JudgeAsync(SomeComment.With(SomeModel.Fine));
        using var health = await worker.Http.GetAsync("/health/ready");
        await _learner.WriteAsync(4, SomeModel.Taught);
        await Eventually.Get(() => worker.Pipeline.JudgeAsync(SomeComment.With(), dryRun: true), next => next.Verdict.Model == SomeModel.Taught.Version);

        Assert.Equal((Outcome.Approve, Model.Shipped.Version), (judgement.Outcome, judgement.Verdict.Model));
        Assert.True(health.IsSuccessStatusCode);
        var told = JsonElement.Parse(await health.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty("models");
        Assert.Equal("The last good models stay in force. demo: The model is damaged: it is not as it was written.", told.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Something_of_another_kind_in_its_place_keeps_no_other_site_waiting()
    {
        await _learner.Redis.StringSetAsync(SharedModels.Key("demo"), "no model at all");
        await _learner.WriteAsync(1, SomeModel.Taught, "other");

        await _reader.LookAsync();
        await _reader.LookAsync();

        Assert.Equal((Model.Shipped.Version, SomeModel.Taught.Version), (_models.For("demo").Version, _models.For("other").Version));
        Assert.Equal(
            [
                "Version (none) of the model of site demo is refused and the one before stays in force: Something else stands in its place.",
                $"Version 1 of the model of site other is in force: {SomeModel.Taught.Version}",
            ],
            _log.Lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("no number")]
    [InlineData("1e300")]
    [InlineData("5.5")]
    public async Task A_version_that_no_learner_gave_is_refused_until_what_is_in_force_stands_there_again(string version)
    {
        await _learner.WriteAsync(1, SomeModel.Taught);
        await _reader.LookAsync();

        await _learner.Redis.HashSetAsync(SharedModels.Key("demo"), SharedModels.Version, version);
        await _reader.LookAsync();
        var refused = _reader.Refused.ToDictionary();
        await _learner.WriteAsync(1, SomeModel.Taught);
        await _reader.LookAsync();

        Assert.Equal($"'{version}' is no number of a version.", refused["demo"].Fault);
        Assert.Empty(_reader.Refused);
        Assert.Equal((1, SomeModel.Taught.Version), (_models.VersionOf("demo"), _models.For("demo").Version));
    }

    [Fact]
    public async Task Nothing_that_may_stand_there_ends_the_worker()
    {
        var random = new Random(4);
        var good = SomeModel.Taught.Store();
        await _learner.WriteAsync(1, good);
        await _reader.LookAsync();

        for (var version = 2; version < 200; version++)
        {
            var bad = random.Next(4) switch
            {
                0 => good[..random.Next(good.Length)],
                1 => [.. good, .. new byte[random.Next(1, 9)]],
                2 => Other(good, random.Next(good.Length)),
                _ => Any(random.Next(200)),
            };
            await _learner.WriteAsync(version, bad, tells: false);
            await _learner.Redis.HashSetAsync(SharedModels.Key("demo"), SharedModels.Report, random.Next(2) == 0 ? Any(20) : "{}");
            await _reader.LookAsync();
            Assert.Equal(1, _models.VersionOf("demo"));
        }

        byte[] Any(int length)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            return bytes;
        }

        static byte[] Other(byte[] bytes, int at)
        {
            bytes = [.. bytes];
            bytes[at] ^= 64;
            return bytes;
        }
    }
}
