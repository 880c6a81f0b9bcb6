using System.Data.Common;
using System.Text.Json;
using Moderation.Dashboard.Cases;
using Moderation.Hosting;
using Moderation.Hosting.Stores;
using Moderation.Standalone.Commands;
using Moderation.Worker.Trials;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary><c>backtest --rules NEW [--against DIR] [--site ID] [--show 20] [--json] [--data DIR | FILE]</c>: whose outcome other rules would change.</summary>
internal static class BacktestCommand
{
    private const string NoFacts = "each comment is judged as its author's first, sent once and in good time.";

    // What a table is as wide as where nobody looks at it yet.
    private const int WidthOfFiles = 120;

    /// <returns>0 when every comment was judged, whatever changes; else 1.</returns>
    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args, ["rules", "against", "site", "data", "show"], flags: ["json"], takesFile: true);
        if (arguments["rules"] is not { } directory)
        {
            throw new WrongUsageException("Name the folder of the rules to try: --rules NEW.");
        }

        if (arguments.File is not null && arguments["data"] is not null)
        {
            throw new WrongUsageException("Name a data folder or a file, not both.");
        }

        var show = arguments.Count("show", 20);
        var rules = new TrialRules();
        var site = arguments["site"] is { } id ? rules.Site(id) : null;
        var against = arguments["against"] ?? rules.InForce;
        var (before, after) = (rules.Read(against), rules.Read(directory));
        var backtest = new Backtest(before, after, show);
        var data = arguments["data"] ?? rules.Data;
        var comments = arguments.File is { } file ? OfFile(file, new TrialReader(rules.Sites, site ?? "demo")) : OfCases(data, site);
        var tally = new Tally(TimeProvider.System);
        await foreach (var comment in comments)
        {
            tally.Count(comment, comment.Comment is null ? null : backtest.Add(comment));
        }

        var report = new BacktestReport
        {
            Backtest = backtest,
            Before = new RulesFolder(against, before.Hash),
            After = new RulesFolder(directory, after.Hash),
            Comments = arguments.File ?? data,
            Facts = arguments.File is null ? $"Facts are not stored: {NoFacts}" : $"Where a line has no facts, {NoFacts}",
        };
        if (arguments.Has("json"))
        {
            await using var output = Console.OpenStandardOutput();
            output.Write([.. JsonSerializer.SerializeToUtf8Bytes(BacktestDocument.Of(report), BacktestDocument.Json), (byte)'\n']);
        }
        else
        {
            var console = AnsiConsole.Console;
            console.Profile.Width = Console.IsOutputRedirected ? WidthOfFiles : console.Profile.Width;
            BacktestTables.Write(console, report);
        }

        await Console.Error.WriteLineAsync(tally.InWords(withOutcomes: false));
        return tally.Refused == 0 ? 0 : 1;
    }

    private static async IAsyncEnumerable<TrialComment> OfFile(string file, TrialReader reader)
    {
        await using var input = Input.Open(file);
        await foreach (var comment in reader.ReadAsync(input))
        {
            yield return comment;
        }
    }

    private static async IAsyncEnumerable<TrialComment> OfCases(string data, string? site)
    {
        await using var comments = FiledComments.ReadAsync(new SqliteDatabases(data, isReadOnly: true), site).GetAsyncEnumerator();
        while (await NextAsync())
        {
            yield return TrialComment.Of(comments.Current.Comment);
        }

        async Task<bool> NextAsync()
        {
            try
            {
                return await comments.MoveNextAsync();
            }
            catch (DbException exception)
            {
                throw new InvalidConfigurationException(
                    $"There are no cases to read in '{data}' ({exception.Message.TrimEnd('.')}). Name the folder that Standalone keeps its data in, or a file of comments.");
            }
        }
    }
}
