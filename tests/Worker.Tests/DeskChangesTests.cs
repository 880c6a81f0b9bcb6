using System.Text.Json;
using Moderation.Contracts;
using Moderation.Worker.Tests.Setup;
using StackExchange.Redis;

namespace Moderation.Worker.Tests;

/// <summary>How a worker takes over what was changed at the desk.</summary>
[Collection(RedisCollection.Name)]
public sealed class DeskChangesTests(RedisFixture fixture) : IAsyncLifetime, IDisposable
{
    private const int Database = 11;
    private readonly RuleDirectory _rules = new();
    private WorkerApplication _worker = null!;

    private IDatabase Redis => fixture.Redis.GetDatabase(Database);

    public async Task InitializeAsync()
    {
        await Redis.KeyDeleteAsync(RulesInForce.Key);
        _worker = await WorkerApplication.StartAsync($"{fixture.ConnectionString},defaultDatabase={Database}", _rules.Path, source: "desk");
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    public void Dispose() => _rules.Dispose();

    [Fact]
    public async Task While_no_desk_has_said_anything_comments_are_held_with_a_reason_and_then_no_more()
    {
        var (outcome, verdict) = await JudgeAsync("A fine report.");
        Assert.Equal((Outcome.Hold, "DeskUnknown", 5), (outcome, Assert.Single(verdict.Findings).Rule, verdict.Score));
        Assert.Contains("could not be read yet", verdict.Findings[0].Reason, StringComparison.Ordinal);

        await PutAsync("1", RulesOverlay.Empty);

        await Eventually.Get(() => JudgeAsync("A fine report."), judgement => judgement.Outcome == Outcome.Approve);
    }

    [Fact]
    public async Task What_is_put_there_is_taken_over_and_stays_when_it_is_lost()
    {
        await PutAsync("1", new RulesOverlay { Words = [new WordChange { List = "abuse", Language = "en", Entry = "frobnor" }] });
        await Eventually.Get(() => JudgeAsync("A frobnor."), judgement => judgement.Verdict.Findings.Any(finding => finding.Rule == "BannedWords"));

        await Redis.KeyDeleteAsync(RulesInForce.Key);
        await fixture.Redis.GetSubscriber().PublishAsync(RedisChannel.Literal(RulesInForce.Channel), "");
        await Redis.HashSetAsync(RulesInForce.Key, [new HashEntry(RulesInForce.Stamp, "2"), new HashEntry(RulesInForce.Document, "no document")]);
        await fixture.Redis.GetSubscriber().PublishAsync(RedisChannel.Literal(RulesInForce.Channel), "2");
        Assert.Equal(Outcome.Hold, (await JudgeAsync("A frobnor.")).Outcome);

        await PutAsync("3", RulesOverlay.Empty);
        await Eventually.Get(() => JudgeAsync("A frobnor."), judgement => judgement.Outcome == Outcome.Approve);
    }

    private Task<Judgement> JudgeAsync(string body) => _worker.Pipeline.JudgeAsync(SomeComment.With(body), dryRun: true);

    private async Task PutAsync(string stamp, RulesOverlay overlay)
    {
        var document = JsonSerializer.Serialize(overlay, JsonSerializerOptions.Web);
        await Redis.HashSetAsync(RulesInForce.Key, [new HashEntry(RulesInForce.Stamp, stamp), new HashEntry(RulesInForce.Document, document)]);
        await fixture.Redis.GetSubscriber().PublishAsync(RedisChannel.Literal(RulesInForce.Channel), stamp);
    }
}
