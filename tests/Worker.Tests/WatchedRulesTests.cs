using System.Text.Json;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

/// <summary>What an operator sees of rules that change while the worker runs.</summary>
[Collection(RedisCollection.Name)]
public sealed class WatchedRulesTests(RedisFixture fixture)
{
    [Fact]
    public async Task A_running_worker_tells_of_wrong_rules_and_takes_over_good_ones()
    {
        using var rules = new RuleDirectory();
        await using var worker = await WorkerApplication.StartAsync(fixture.ConnectionString, rules.Path);
        Assert.Equal("Healthy", (await Health(worker)).Status);

        await File.WriteAllTextAsync(rules.WordsFile, "frob | dreadful");
        var wrong = await Eventually.Get(() => Health(worker), health => health.Status == "Degraded");
        await File.WriteAllTextAsync(rules.WordsFile, "frob | severe");
        await Eventually.Get(() => Health(worker), health => health.Status == "Healthy");

        Assert.Equal($"The last good rules stay in force: {rules.WordsFile}, line 1: 'dreadful' is not a severity; write mild, strong, severe or allow.", wrong.Description);
        Assert.Equal(Outcome.Reject, (await worker.Pipeline.JudgeAsync(SomeComment.With("frob"), dryRun: true)).Outcome);
    }

    private static async Task<(string? Status, string? Description)> Health(WorkerApplication worker)
    {
        using var answer = await worker.Http.GetAsync("/health/ready");
        Assert.True(answer.IsSuccessStatusCode);
        var check = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty("rules");
        return (check.GetProperty("status").GetString(), check.GetProperty("description").GetString());
    }
}
