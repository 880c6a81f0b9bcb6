using System.Globalization;
using Moderation.Contracts;
using Moderation.Worker;
using Moderation.Worker.Trials;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace Moderation.Standalone.Trials;

/// <summary>A backtest for a person: what changes in numbers, then the rules, then the comments.</summary>
internal static class BacktestTables
{
    private const int MostLines = 3;
    private const int Indent = 2;
    private const int ShownOfHash = 12;
    private static readonly Style _dim = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, BacktestReport report)
    {
        var backtest = report.Backtest;
        console.Write(new Ragged(Folders(report)));
        console.WriteLine();
        console.WriteLine(report.Facts, _dim);
        console.WriteLine();
        console.WriteLine(backtest.Changed == 0
            ? $"No outcome changes in {Number(backtest.Comments)} comments."
            : $"The outcome changes in {Number(backtest.Changed)} of {Number(backtest.Comments)} comments ({Share(backtest.Changed, backtest.Comments)}).");
        console.Write(new Ragged(Outcomes(backtest)));
        console.Write(new Ragged(Rules(backtest)));
        foreach (var change in backtest.Changes)
        {
            console.Write(Head(change));
            console.Write(new Ragged(Body(change, console.Profile.Width)));
        }

        if (backtest.Changed > backtest.Changes.Count)
        {
            console.WriteLine($"{Number(backtest.Changed - backtest.Changes.Count)} more change; --show says how many are shown.", _dim);
        }
    }

    private static Grid Folders(BacktestReport report)
    {
        var grid = new Grid().AddColumns(2);
        grid.AddRow(new Cell("before"), Folder(report.Before));
        grid.AddRow(new Cell("after"), Folder(report.After));
        grid.AddRow(new Cell("comments"), new Cell(report.Comments));
        return grid;

        static Paragraph Folder(RulesFolder folder) =>
            new Paragraph(folder.Directory).Append($"  ruleset {folder.Ruleset[..ShownOfHash]}", _dim);
    }

    private static Table Outcomes(Backtest backtest)
    {
        var outcomes = Enum.GetValues<Outcome>();
        var table = new Table().Border(TableBorder.Simple).AddColumn("before ╲ after");
        foreach (var to in outcomes)
        {
            table.AddColumn(new TableColumn(new Cell(to.Word(), to.Color())).RightAligned());
        }

        foreach (var from in outcomes)
        {
            table.AddRow([new Cell(from.Word(), from.Color()), .. outcomes.Select(to => Count(backtest.CountOf(from, to), from == to))]);
        }

        return table;

        // What stays is not what one looks for.
        static Cell Count(long count, bool isStaying) => new(Number(count), count == 0 || isStaying ? _dim : new Style(decoration: Decoration.Bold));
    }

    private static Table Rules(Backtest backtest)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("rule").AddColumn(Right("before")).AddColumn(Right("after")).AddColumn("");
        foreach (var rule in backtest.Rules)
        {
            var (before, after) = (backtest.Before[rule], backtest.After[rule]);
            var style = before == after ? _dim : Style.Plain;
            table.AddRow(new Cell(rule, style), Count(before, style), Count(after, style), new Cell(Note(before, after), style));
        }

        return table;

        static TableColumn Right(string name) => new TableColumn(name).RightAligned();
    }

    private static Cell Count(Spoken? spoken, Style style) => new(
        spoken switch
        {
            null => "–",
            { Shadow: 0 } told => Number(told.Live),
            { Live: 0 } told => $"{Number(told.Shadow)} in shadow",
            { } told => $"{Number(told.Live)} + {Number(told.Shadow)} in shadow",
        },
        style);

    private static string Note(Spoken? before, Spoken? after) => (before, after) switch
    {
        (_, { Shadow: > 0 } told) => $"live it would change {Number(told.WouldChange)} more",
        ({ Shadow: > 0 } told, _) => $"live it would have changed {Number(told.WouldChange)}",
        _ => "",
    };

    private static Paragraph Head(Change change)
    {
        var head = new Paragraph()
            .Append(change.Before.Outcome.Word(), change.Before.Outcome.Color())
            .Append($" {change.Before.Verdict.Score.InWords()} → ")
            .Append(change.After.Outcome.Word(), change.After.Outcome.Color())
            .Append($" {change.After.Verdict.Score.InWords()}  {string.Join(", ", Differences(change))}  ");
        return head.Append(Printable.Of(change.Trial.Name), _dim).Append("\n");
    }

    private static IEnumerable<string> Differences(Change change) => change.Differences.Count == 0
        ? ["the bands"]
        : change.Differences.Select(difference => (difference.Before?.Score, difference.After?.Score) switch
        {
            (null, { } score) => $"+ {difference.Rule} {score.InWords()}",
            ({ } score, null) => $"− {difference.Rule} {score.InWords()}",
            var (from, to) => $"{difference.Rule} {from!.Value.InWords()} → {to!.Value.InWords()}",
        });

    private static Padder Body(Change change, int width)
    {
        var findings = change.Differences.SelectMany(difference => new[] { difference.Before, difference.After }).OfType<Finding>();
        var spans = findings.SelectMany(finding => finding.Spans).Where(span => span.Field == "body").ToList();
        var body = Excerpt.Of(change.Comment.Body, spans, width - Indent, MostLines);
        return new Padder(body, new Padding(Indent, 0, 0, 1));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) => ((double)part / whole).ToString("0.#%", CultureInfo.InvariantCulture);
}
