using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
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
        var refused = await HeldAsync(Refused);
        var fine = await HeldAsync(Fine);
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

    private async Task<IReadOnlyList<Guid>> HeldAsync(string words)
    {
        var page = $"learning-{Guid.CreateVersion7():N}";
        var ids = await Task.WhenAll(Enumerable.Range(0, OfEach).Select(number =>
            system.Website.SubmitAsync(NewComment.On(page, $"{number}: {words} {number * number}, {Insults.Strong}."))));
        foreach (var id in ids)
        {
            await system.Website.ReachesAsync(id, "held");
        }

        return ids;
    }

    private async Task<bool[]> OnEachWorkerAsync() => await Task.WhenAll(system.Workers.Select(async worker =>
        (await CheckAsync(worker.Address)).Findings.Any(finding => finding.Rule == "LearnedAbuse")));

    private async Task<string?[]> ModelsAsync() => await Task.WhenAll(system.Workers.Select(async worker => (await CheckAsync(worker.Address)).Model));

    private static Task<CheckAnswer> CheckAsync(Uri worker) => new Website(worker, worker, worker).CheckAsync(NewComment.On("learning", $"{Refused}, {Refused}"));
}

/// <summary>The API of the page about learning.</summary>
internal sealed class LearningDesk(Uri dashboard) : IDisposable
{
    private static readonly Uri _path = new("/dashboard/api/learning?site=demo", UriKind.Relative);

    private readonly HttpClient _http = new()
    {
        BaseAddress = dashboard,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Settings.ApiToken) },
    };

    /// <summary>How many comments taught something about abuse.</summary>
    public async Task<int> TaughtAsync()
    {
        var report = await ReportAsync();
        return report.ValueKind is JsonValueKind.Null
            ? 0
            : report.GetProperty("heads").EnumerateArray().Where(head => head.GetProperty("head").GetString() == "abuse")
                .Sum(head => head.GetProperty("fine").GetInt32() + head.GetProperty("refused").GetInt32());
    }

    public async Task<long> VersionAsync() => (await ReportAsync()).GetProperty("version").GetInt64();

    public async Task AskAsync<T>(T change)
    {
        using var answer = await _http.PostAsJsonAsync(_path, change);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> ReportAsync() => (await _http.GetFromJsonAsync<JsonElement>(_path)).GetProperty("report");
}
