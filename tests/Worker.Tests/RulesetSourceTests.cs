using Microsoft.Extensions.Diagnostics.HealthChecks;
using Moderation.Hosting;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Rules.Watching;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class RulesetSourceTests : IDisposable
{
    private readonly RuleDirectory _directory = new();
    private readonly LinesLogged<RulesetSource> _log = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Changed_files_are_in_force_once_they_have_stopped_changing()
    {
        var source = Source();
        File.WriteAllText(_directory.WordsFile, "frob");

        source.Look();
        Assert.Equal("Approve", Outcome(source, "frob"));
        File.AppendAllText(_directory.WordsFile, "\nfrobbed");
        source.Look();
        Assert.Equal("Approve", Outcome(source, "frob"));
        source.Look();

        Assert.Equal("Hold", Outcome(source, "frob"));
        Assert.Equal("Hold", Outcome(source, "frobbed"));
        Assert.Equal("Approve", Outcome(source, "snarf"));
        Assert.Null(source.Fault);
    }

    [Fact]
    public void A_file_of_a_site_comes_and_goes()
    {
        var source = Source();
        File.WriteAllText(_directory.SiteFile("demo"), "rules: [{ id: BannedWords, mode: off }]");
        LookTwice(source);
        Assert.Equal("Approve", Outcome(source, "snarf"));

        File.Delete(_directory.SiteFile("demo"));
        LookTwice(source);

        Assert.Equal("Hold", Outcome(source, "snarf"));
    }

    [Fact]
    public async Task A_wrong_set_is_told_once_and_the_last_good_one_stays_in_force()
    {
        var source = Source();
        var good = source.Current;
        File.WriteAllText(_directory.RulesFile, RuleDirectory.Rules.Replace("links: \"> 2\"", "links: two", StringComparison.Ordinal));

        LookTwice(source);
        LookTwice(source);

        Assert.Same(good, source.Current);
        Assert.StartsWith($"{_directory.RulesFile}, line 12: 'links' must be a number", source.Fault, StringComparison.Ordinal);
        Assert.Single(_log.Lines, line => line.Contains("line 12: 'links' must be a number", StringComparison.Ordinal));
        var health = await new RulesHealth(source).CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("line 12: 'links' must be a number", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mended_set_is_in_force_again()
    {
        var source = Source();
        File.WriteAllText(_directory.WordsFile, "frob | dreadful");
        LookTwice(source);
        Assert.NotNull(source.Fault);

        File.WriteAllText(_directory.WordsFile, "frob | mild");
        LookTwice(source);

        Assert.Null(source.Fault);
        Assert.Equal(3, Judge(source, "frob").Verdict.Score);
        Assert.Equal(HealthStatus.Healthy, (await new RulesHealth(source).CheckHealthAsync(new HealthCheckContext())).Status);
    }

    [Fact]
    public void A_folder_that_is_gone_takes_no_rules_away()
    {
        var source = Source();
        Directory.Delete(Path.Combine(_directory.Path, "rules"), recursive: true);

        LookTwice(source);

        Assert.Contains("There are no rules in", source.Fault, StringComparison.Ordinal);
        Assert.Equal("Hold", Outcome(source, "snarf"));
    }

    [Fact]
    public void A_wrong_first_set_stops_the_program()
    {
        File.WriteAllText(_directory.WordsFile, "frob | dreadful");

        Assert.Throws<InvalidConfigurationException>(() => Source());
    }

    [Fact]
    public async Task Comments_are_judged_by_one_set_or_the_other_while_it_is_swapped()
    {
        var source = Source();
        var hashes = new HashSet<string> { source.Current.Hash };
        using var stop = new CancellationTokenSource();
        var judging = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var verdicts = new HashSet<(string, double)>();
            while (!stop.IsCancellationRequested)
            {
                var verdict = Judge(source, "snarf").Verdict;
                verdicts.Add((verdict.Ruleset, verdict.Score));
            }

            return verdicts;
        })).ToList();

        for (var score = 20; score < 25; score++)
        {
            File.WriteAllText(_directory.RulesFile, RuleDirectory.Rules.Replace("strong: 5", $"strong: {score}", StringComparison.Ordinal) + $"\n# {score}");
            LookTwice(source);
            hashes.Add(source.Current.Hash);
        }

        await stop.CancelAsync();
        var seen = (await Task.WhenAll(judging)).SelectMany(verdicts => verdicts).ToHashSet();
        Assert.Equal(6, hashes.Count);
        Assert.Subset(hashes, seen.Select(verdict => verdict.Item1).ToHashSet());
        Assert.Equal(seen.Count, seen.Select(verdict => verdict.Item1).Distinct().Count());
    }

    [Fact]
    public async Task The_folder_is_looked_at_by_the_clock()
    {
        var time = new TickingTime();
        var source = Source();
        using var watch = new WatchRules(source, time);
        await watch.StartAsync(CancellationToken.None);
        File.WriteAllText(_directory.WordsFile, "frob");

        await Eventually.Get(
            () =>
            {
                time.Tick();
                return Task.FromResult(Outcome(source, "frob"));
            },
            outcome => outcome == "Hold");

        await watch.StopAsync(CancellationToken.None);
        Assert.Equal(WatchRules.Every, time.Period);
    }

    private RulesetSource Source() => new(_directory.Path, _log);

    private static void LookTwice(RulesetSource source)
    {
        source.Look();
        source.Look();
    }

    private static string Outcome(RulesetSource source, string body) => Judge(source, body).Outcome.ToString();

    private static Judgement Judge(RulesetSource source, string body) =>
        source.Current.Judge(new Draft(new CommentText(SomeComment.With(body)), KnownFacts.Nothing));

    /// <summary>A clock whose timer goes off when told.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private Action? _tick;

        public TimeSpan Period { get; private set; }

        public void Tick() => _tick?.Invoke();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_tick, Period) = (() => callback(state), period);
            return new NoTimer();
        }

        private sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
