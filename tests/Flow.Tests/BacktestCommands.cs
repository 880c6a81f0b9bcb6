using System.Text.Json;
using Moderation.Flow.Tests.Running;

namespace Moderation.Flow.Tests;

/// <summary>New rules tried on stored comments.</summary>
[Collection(nameof(StandaloneSystem))]
public sealed class BacktestCommands : IDisposable
{
    private const string Word = "zorbleflux";

    private readonly StandaloneSystem _system;
    private readonly DirectoryInfo _rules = Directory.CreateTempSubdirectory("moderation-rules-");

    public BacktestCommands(StandaloneSystem system)
    {
        _system = system;
        var seeds = Path.Combine(Path.GetDirectoryName(Built.Standalone)!, "seeds");
        foreach (var file in new[] { "rules", "words" }.SelectMany(folder => Directory.GetFiles(Path.Combine(seeds, folder))))
        {
            var copy = Path.Combine(_rules.FullName, Path.GetRelativePath(seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(
            Path.Combine(_rules.FullName, "rules", "own.yaml"),
            $$"""
            rules:
              - id: OwnWord
                when: { words: [{{Word}}] }
                score: 5
                labels: [spam]
                reason: { en: "{words}" }
            """);
    }

    public void Dispose() => _rules.Delete(recursive: true);

    [Fact]
    public async Task Lists_which_stored_comments_change_while_the_server_runs()
    {
        var page = $"backtest-{Guid.NewGuid():N}";
        var changing = await _system.Website.SubmitAsync(NewComment.On(page, $"Buy a {Word} today"));
        var staying = await _system.Website.SubmitAsync(NewComment.On(page, "What a report"));
        await _system.Website.ReachesAsync(changing, "approved");
        await _system.Website.ReachesAsync(staying, "approved");

        // A verdict is known to the site a moment before its case is on file.
        var report = await Eventually.GetAsync(
            async () => await BacktestAsync("--data", _system.Data), document => document.GetProperty("changed").GetInt64() > 0);

        Assert.True(report.GetProperty("comments").GetInt64() > 0);
        var change = report.GetProperty("changes").EnumerateArray().Single();
        Assert.Equal(changing, change.GetProperty("id").GetGuid());
        Assert.Equal(("approve", "hold"), (OutcomeOf(change, "before"), OutcomeOf(change, "after")));
        Assert.Equal("OwnWord", change.GetProperty("differences").EnumerateArray().Single().GetProperty("rule").GetString());
        var rule = report.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("rule").GetString() == "OwnWord");
        Assert.False(rule.TryGetProperty("before", out _));
        Assert.Equal(1, rule.GetProperty("after").GetProperty("live").GetInt64());
    }

    [Fact]
    public async Task Tells_a_person_what_changes_in_a_file()
    {
        var file = Path.Combine(_rules.FullName, "comments.ndjson");
        await File.WriteAllTextAsync(file, $$"""{"id":"mine","text":"{{Word}}"}""" + "\n" + """{"text":"A fine report"}""");

        var ran = await StandaloneCommand.RunAsync("", "backtest", "--rules", _rules.FullName, file);

        Assert.Contains("The outcome changes in 1 of 2 comments (50%).", ran.Output, StringComparison.Ordinal);
        Assert.Contains("approve 0 → hold 5  + OwnWord 5  mine", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Where a line has no facts, each comment is judged as its author's first", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task A_refused_folder_is_told_with_file_line_and_sentence()
    {
        var file = Path.Combine(_rules.FullName, "rules", "own.yaml");
        await File.WriteAllTextAsync(file, "rules:\n  - id: OwnWord\n    wen: { links: 1 }\n");

        var ran = await StandaloneCommand.RunAsync("", "backtest", "--rules", _rules.FullName);

        Assert.StartsWith($"{file}, line ", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_folder_without_cases_is_told_with_a_sentence()
    {
        var ran = await StandaloneCommand.RunAsync("", "backtest", "--rules", _rules.FullName, "--data", _rules.FullName);

        Assert.StartsWith($"There are no cases to read in '{_rules.FullName}'", ran.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_rules.FullName));
        Assert.Equal(1, ran.ExitCode);
    }

    private static string? OutcomeOf(JsonElement change, string side) => change.GetProperty(side).GetProperty("outcome").GetString();

    private async Task<JsonElement> BacktestAsync(params string[] source)
    {
        var ran = await StandaloneCommand.RunAsync("", ["backtest", "--rules", _rules.FullName, "--json", .. source]);
        Assert.True(ran.ExitCode == 0, ran.Errors);
        return JsonElement.Parse(ran.Output);
    }
}
