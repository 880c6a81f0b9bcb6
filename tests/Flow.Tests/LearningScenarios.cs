using System.Diagnostics;
using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

/// <summary>What is learned of moderators, on real RabbitMQ, Redis and PostgreSQL, with two workers and a learner.</summary>
[Collection(nameof(ServicesSystem))]
public sealed class LearningScenarios(ServicesSystem system, ITestOutputHelper output)
{
    // More than the 50 of each that it takes.
    private const int OfEach = 55;

    // No words of any list, and none that a model has ever seen.
    private const string Refused = "zorbleflap quinderwock";
    private const string Fine = "mellifern dapplewick";

    [Fact]
    public async Task Decisions_change_what_both_workers_say_also_when_the_learner_dies_among_them_and_can_be_unlearned()
    {
        using var learning = new LearningDesk(system.Dashboard.Address);
        var before = await learning.TaughtAsync();
        var refused = await system.HeldAsync(Refused, OfEach);
        var fine = await system.HeldAsync(Fine, OfEach);
        Assert.All(await OnEachWorkerAsync(), isSuspected => Assert.False(isSuspected));

        await system.Desk.DecideAsync("reject", null, refused.Take(OfEach / 2));
        await system.Learner.KillAsync();
        await system.Desk.DecideAsync("approve", null, fine);
        await system.Desk.DecideAsync("reject", null, refused.Skip(OfEach / 2).SkipLast(1));
        await system.Learner.StartAsync();
        await Eventually.GetAsync(learning.TaughtAsync, taught => taught == before + 2 * OfEach - 1);
        await Eventually.GetAsync(OnEachWorkerAsync, suspected => suspected.All(isSuspected => isSuspected));

        // One more, with everything running.
        var version = await learning.VersionAsync();
        var clock = Stopwatch.StartNew();
        await system.Desk.DecideAsync("reject", null, refused[^1]);
        var models = await ModelsAsync();
        await Eventually.GetAsync(ModelsAsync, now => now.Zip(models).All(pair => pair.First != pair.Second));
        output.WriteLine($"A decision was in the models of both workers {clock.ElapsedMilliseconds} ms after it was sent.");
        Assert.Equal(before + 2 * OfEach, await Eventually.GetAsync(learning.TaughtAsync, taught => taught == before + 2 * OfEach));

        // Taken back after it had left: unlearned.
        Assert.All(await system.Desk.UndoAsync(2, refused[^1]), undone => Assert.Equal("reversed", undone.Result));
        await Eventually.GetAsync(learning.TaughtAsync, taught => taught == before + 2 * OfEach - 1);

        // What taught it is left out, and nobody has to remember what that was.
        clock.Restart();
        await learning.AskAsync(new { site = "demo", change = "leave-out", moderator = "api" });
        await Eventually.GetAsync(OnEachWorkerAsync, suspected => suspected.All(isSuspected => !isSuspected));
        output.WriteLine($"A moderator was left out of both workers' models {clock.ElapsedMilliseconds} ms after it was asked for.");

        // And the version of before is taken up again.
        await learning.AskAsync(new { site = "demo", change = "go-back", version });
        await Eventually.GetAsync(OnEachWorkerAsync, suspected => suspected.All(isSuspected => isSuspected));
        Assert.Equal(before + 2 * OfEach - 1, await learning.TaughtAsync());

        // For the other tests on this system.
        await learning.AskAsync(new { site = "demo", change = "leave-out", moderator = "api" });
        await Eventually.GetAsync(OnEachWorkerAsync, suspected => suspected.All(isSuspected => !isSuspected));
    }

    private async Task<bool[]> OnEachWorkerAsync() => await Task.WhenAll(system.Workers.Select(async worker =>
        (await CheckAsync(worker.Address)).Findings.Any(finding => finding.Rule == "LearnedAbuse")));

    private async Task<string?[]> ModelsAsync() => await Task.WhenAll(system.Workers.Select(async worker => (await CheckAsync(worker.Address)).Model));

    private static Task<CheckAnswer> CheckAsync(Uri worker) => new Website(worker, worker, worker).CheckAsync(NewComment.On("learning", $"{Refused}, {Refused}"));
}
