using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Moderation.Benchmarks.Flow;
using Moderation.Dashboard.Cases;
using Spectre.Console;

namespace Moderation.Benchmarks.Desk;

/// <summary>Medians of what moderators wait for.</summary>
internal sealed class DeskBenchmark(DeskSystem system, DeskOptions options, IReadOnlyList<MadeCase> cases)
{
    private const int PageTarget = 150;
    private const int SearchTarget = 300;
    private const int DecisionTarget = 50;

    private readonly Table _table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Asked for") { NoWrap = true })
        .AddColumn(Right("cases")).AddColumn(Right("median, ms")).AddColumn(Right("p95, ms")).AddColumn(Right("target"));

    private bool _isMet = true;

    public async Task<bool> RunAsync()
    {
        await MeasureAsync("the queue as HTML", PageTarget, () => GetAsync("/dashboard"));
        foreach (var asked in DeskQuery.All(DateTimeOffset.UtcNow))
        {
            var target = asked.Query.Phrase is null ? PageTarget : SearchTarget;
            await (asked.Query.Scope.IsAll
                ? MeasureAsync(asked.Name, target, () => GetAsync($"/dashboard/api/comments?{asked.Address}"))
                : MeasureAsync($"{asked.Name} (reader)", target, async () =>
                    (await system.Get<CaseReader>().FindAsync(asked.Query, default)).Items.Count));
        }

        await MeasureAsync("the hundredth page", PageTarget, () => GetAsync("/dashboard/api/comments?cursor=" + new CaseCursor(
            CaseOrder.Oldest, cases[cases.Count / 2].Comment.SubmittedAt.ToUnixTimeMilliseconds(), Guid.Empty)));
        await MeasureAsync("counts, from memory", PageTarget, () => GetAsync("/dashboard/api/counts"));
        await MeasureAsync("counts, counted anew", null, async () =>
        {
            await Dashboard.Counts.Counted.ReadAsync(system.Database, ["demo"], new Dashboard.Counts.PageTitles(system.Database), default);
            return 0;
        });
        await MeasureAsync("numbers, counted anew", null, async () =>
            (await system.Get<Dashboard.Numbers.NumbersReader>().CountAsync(Dashboard.SignIn.SiteScope.All, default)).Hours.Count);
        await MeasureAsync("figures of the rules, counted anew", null, async () =>
            (await system.Get<Dashboard.Rules.RuleNumbers>().CountAsync(Dashboard.SignIn.SiteScope.All, default)).Count);
        await MeasureAsync("what is new", PageTarget, async () =>
            (await system.Get<Dashboard.Live.ChangeReader>().ReadAsync(DateTimeOffset.UtcNow.AddSeconds(-10), default)).Count);
        var held = new Queue<MadeCase>(cases.Where(made => made.State == "held"));
        await MeasureAsync("a decision", DecisionTarget, () => PostAsync("decisions", new { id = held.Dequeue().Comment.CommentId, decision = "approve", sequence = 1 }));
        var undone = held.Take(options.Times + 3).ToList();
        var last = new Queue<MadeCase>(undone);
        await MeasureAsync("a decision to be undone", DecisionTarget, () =>
            PostAsync("decisions", new { id = held.Dequeue().Comment.CommentId, decision = "reject", sequence = 1, undoSeconds = 60 }));
        await MeasureAsync("its undoing", DecisionTarget, () => PostAsync("undo", new { id = last.Dequeue().Comment.CommentId, sequence = 2 }));
        AnsiConsole.Write(_table);
        return _isMet;
    }

    private async Task MeasureAsync(string name, int? target, Func<Task<int>> ask)
    {
        var count = 0;
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            count = await ask();
        }

        var times = new List<TimeSpan>();
        for (var time = 0; time < options.Times; time++)
        {
            var clock = Stopwatch.GetTimestamp();
            count = await ask();
            times.Add(Stopwatch.GetElapsedTime(clock));
        }

        var latencies = new Latencies(times);
        var isMet = target is null || latencies.At(0.5).TotalMilliseconds <= target;
        _isMet &= isMet;
        _table.AddRow(
            name,
            count.ToString(CultureInfo.InvariantCulture),
            latencies.At(0.5).TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture),
            latencies.At(0.95).TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture),
            target is null ? "" : isMet ? $"{target}" : $"[red]{target}[/]");
    }

    private async Task<int> GetAsync(string address)
    {
        var answer = await system.Http.GetStringAsync(new Uri(address, UriKind.Relative));
        return answer.Split("\"submittedAt\":", StringSplitOptions.None).Length - 1;
    }

    private async Task<int> PostAsync(string what, object decision)
    {
        using var answer = await system.Http.PostAsJsonAsync(new Uri($"/dashboard/api/{what}", UriKind.Relative), new { decisions = new[] { decision } });
        var body = await answer.Content.ReadAsStringAsync();
        return body.Contains("\"result\":\"decided\"", StringComparison.Ordinal) || body.Contains("\"result\":\"undone\"", StringComparison.Ordinal)
            ? 1
            : throw new InvalidOperationException($"A decision was answered with {body}");
    }

    private static TableColumn Right(string name) => new(name) { Alignment = Justify.Right, NoWrap = true };
}
