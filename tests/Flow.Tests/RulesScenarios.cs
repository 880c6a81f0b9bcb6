using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

/// <summary>A word that is added at the desk, on real RabbitMQ, Redis and PostgreSQL, with two workers.</summary>
[Collection(nameof(ServicesSystem))]
public sealed class ServicesRulesScenarios(ServicesSystem system, ITestOutputHelper output)
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task An_added_word_holds_the_next_comment_on_every_worker_within_two_seconds()
    {
        using var desk = new RulesDesk(system.Dashboard.Address);
        var word = Word();
        Assert.All(await OnEachWorkerAsync(word), outcome => Assert.Equal("approve", outcome));

        var clock = Stopwatch.StartNew();
        await desk.AddAsync(word);
        var saved = clock.Elapsed;
        await Eventually.GetAsync(() => OnEachWorkerAsync(word), outcomes => outcomes.All(outcome => outcome == "hold"));

        output.WriteLine($"Checked and saved in {saved.TotalMilliseconds:0} ms, held by both workers {(clock.Elapsed - saved).TotalMilliseconds:0} ms later.");
        Assert.InRange(clock.Elapsed - saved, TimeSpan.Zero, _atMost);
        foreach (var number in Enumerable.Range(1, 10))
        {
            var id = await system.Website.SubmitAsync(NewComment.On($"rules-{word}", $"Comment {number} says {word}."));
            await system.Website.ReachesAsync(id, "held");
        }

        clock.Restart();
        await desk.RevertAsync(0);
        saved = clock.Elapsed;
        await Eventually.GetAsync(() => OnEachWorkerAsync(word), outcomes => outcomes.All(outcome => outcome == "approve"));
        output.WriteLine($"Taken back in {saved.TotalMilliseconds:0} ms, gone from both workers {(clock.Elapsed - saved).TotalMilliseconds:0} ms later.");
        Assert.InRange(clock.Elapsed - saved, TimeSpan.Zero, _atMost);
    }

    [Fact]
    public async Task A_preview_is_judged_by_the_workers()
    {
        using var desk = new RulesDesk(system.Dashboard.Address);
        var word = Word();
        var id = await system.Website.SubmitAsync(NewComment.On($"rules-{word}", $"A comment with {word}."));
        await system.Website.ReachesAsync(id, "approved");
        await Eventually.GetAsync(() => system.Desk.FindAsync("आशा"), cases => cases.Any(filed => filed.Id == id));

        var clock = Stopwatch.StartNew();
        var preview = await desk.PreviewAsync(word);

        output.WriteLine($"{preview.GetProperty("judged")} comments in {clock.ElapsedMilliseconds} ms.");
        Assert.Equal(id, Assert.Single(preview.GetProperty("comments").EnumerateArray()).GetProperty("comment").GetProperty("commentId").GetGuid());
    }

    [Fact]
    public async Task A_worker_that_starts_anew_knows_the_word_with_its_first_comment_and_one_that_loses_Redis_goes_on_with_it()
    {
        using var desk = new RulesDesk(system.Dashboard.Address);
        var word = Word();
        await desk.AddAsync(word);
        await Eventually.GetAsync(() => OnEachWorkerAsync(word), outcomes => outcomes.All(outcome => outcome == "hold"));

        await system.Workers[1].KillAsync();
        await system.Workers[1].StartAsync();
        Assert.Equal("hold", await CheckAsync(system.Workers[1].Address, word));

        await system.Redis.StopAsync();
        await system.Workers[1].KillAsync();
        await system.Workers[1].StartAsync();
        var fine = await FindingsAsync(system.Workers[1].Address, "A fine text.");
        Assert.Contains("LimitsDegraded", fine);
        Assert.Contains("BannedWords", await FindingsAsync(system.Workers[0].Address, word));
        await system.Redis.StartAsync();

        await Eventually.GetAsync(() => OnEachWorkerAsync(word), outcomes => outcomes.All(outcome => outcome == "hold"));
        await Eventually.GetAsync(() => FindingsAsync(system.Workers[1].Address, word), rules => rules == "BannedWords");
        await Eventually.GetAsync(() => FindingsAsync(system.Workers[1].Address, "A fine text."), rules => rules.Length == 0);
        await desk.RevertAsync(0);
        await Eventually.GetAsync(() => OnEachWorkerAsync(word), outcomes => outcomes.All(outcome => outcome == "approve"));
    }

    [Fact]
    public async Task Without_workers_nothing_is_saved_and_the_answer_says_so_soon()
    {
        using var desk = new RulesDesk(system.Dashboard.Address);
        await Task.WhenAll(system.Workers.Select(worker => worker.KillAsync()));
        var clock = Stopwatch.StartNew();

        var (status, answer) = await desk.TryAddAsync(Word());
        output.WriteLine($"{status} after {clock.ElapsedMilliseconds} ms: {answer}");
        await Task.WhenAll(system.Workers.Select(worker => worker.StartAsync()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("No worker answered", answer, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    // No word of any list, and none that another test has added.
    private static string Word() => "zib" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiLetter).Take(6)) + "nook";

    private async Task<string[]> OnEachWorkerAsync(string word) => await Task.WhenAll(system.Workers.Select(worker => CheckAsync(worker.Address, word)));

    private static async Task<string> CheckAsync(Uri worker, string word) =>
        (await new Website(worker, worker, worker).CheckAsync(NewComment.On("rules", $"They say {word} here."))).Outcome;

    private static async Task<string> FindingsAsync(Uri worker, string text) =>
        string.Join(' ', (await new Website(worker, worker, worker).CheckAsync(NewComment.On("rules", text))).Findings.Select(finding => finding.Rule));
}

/// <summary>The same in one process.</summary>
[Collection(nameof(StandaloneSystem))]
public sealed class StandaloneRulesScenarios(StandaloneSystem system, ITestOutputHelper output)
{
    [Fact]
    public async Task An_added_word_holds_the_next_comment_also_after_a_restart()
    {
        using var desk = new RulesDesk(system.Address);
        var word = "zibstandalonenook";
        var clock = Stopwatch.StartNew();
        await desk.AddAsync(word);
        var saved = clock.Elapsed;
        await Eventually.GetAsync(() => CheckAsync(word), outcome => outcome == "hold");
        output.WriteLine($"Checked and saved in {saved.TotalMilliseconds:0} ms, in force {(clock.Elapsed - saved).TotalMilliseconds:0} ms later.");
        Assert.InRange(clock.Elapsed - saved, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        await system.KillAsync();
        await system.StartAsync();

        var id = await system.Website.SubmitAsync(NewComment.On("rules", $"They say {word} here."));
        await system.Website.ReachesAsync(id, "held");
        await desk.RevertAsync(0);
        await Eventually.GetAsync(() => CheckAsync(word), outcome => outcome == "approve");
    }

    private async Task<string> CheckAsync(string word) => (await system.Website.CheckAsync(NewComment.On("rules", $"They say {word} here."))).Outcome;
}

/// <summary>The rules' API of the dashboard.</summary>
internal sealed class RulesDesk(Uri dashboard) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = dashboard,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Settings.ApiToken) },
    };

    public Task AddAsync(string word) => OnceAnsweredAsync(() => TryAddAsync(word));

    public async Task<(HttpStatusCode Status, string Answer)> TryAddAsync(string word)
    {
        var latest = await _http.GetFromJsonAsync<JsonElement>(Address(""));
        using var answer = await _http.PutAsJsonAsync(Address(""), new { overlay = With(word), basedOn = latest.GetProperty("version").GetInt64() });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task RevertAsync(long version) => OnceAnsweredAsync(() => PostAsync("/revert", new { version }));

    public async Task<JsonElement> PreviewAsync(string word) => JsonElement.Parse(await OnceAnsweredAsync(() => PostAsync("/preview", new { overlay = With(word) })));

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, string Answer)> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(Address(path), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    // After a killed RabbitMQ a worker may have to be started anew before anybody listens to the desk's questions.
    private static async Task<string> OnceAnsweredAsync(Func<Task<(HttpStatusCode Status, string Answer)>> ask)
    {
        var (status, answer) = await Eventually.GetAsync(ask, asked => asked.Status != HttpStatusCode.ServiceUnavailable);
        Assert.True(status == HttpStatusCode.OK, answer);
        return answer;
    }

    private static object With(string word) => new { words = new[] { new { list = "abuse", language = "en", entry = word } }, rules = Array.Empty<object>() };

    private static Uri Address(string path) => new($"/dashboard/api/rules{path}", UriKind.Relative);
}
