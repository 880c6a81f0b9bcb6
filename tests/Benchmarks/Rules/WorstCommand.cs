using System.Diagnostics;
using System.Globalization;
using Moderation.Text;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Spectre.Console;

namespace Moderation.Benchmarks.Rules;

/// <summary>Measures the longest texts of the nastiest kinds, and prints milliseconds.</summary>
internal static class WorstCommand
{
    private const int WarmUps = 20;
    private const int Rounds = 15;
    private const double Budget = 10;

    public static int Run()
    {
        var ruleset = Ruleset.Read(Repository.Seeds);
        var matcher = ListedTexts.Matcher();
        WarmUp(ruleset);
        var rows = new List<(string Kind, double All, double Words)>();
        foreach (var (kind, text) in WorstInputs.All)
        {
            var comment = SampleComments.Of(text);
            var view = TextView.Decoded(text);
            rows.Add((
                kind,
                Measure(() => ruleset.Judge(new Draft(new CommentText(comment), KnownFacts.Nothing))),
                Measure(() => matcher.Find(view))));
        }

        var table = new Table().AddColumns("64 KiB of", "All rules, ms", "The words among it, ms");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var (kind, all, words) in rows.OrderByDescending(row => row.All))
        {
            table.AddRow(kind, (all > Budget ? "[red]" : "[default]") + InMilliseconds(all) + "[/]", InMilliseconds(words));
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{rows.Count(row => row.All > Budget)} of {rows.Count} kinds take more than {Budget} ms.");
        return 0;
    }

    // All kinds in turn: the compiler must have seen what each of them needs before any is measured.
    private static void WarmUp(Ruleset ruleset)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            foreach (var (_, text) in WorstInputs.All)
            {
                ruleset.Judge(new Draft(new CommentText(SampleComments.Of(text)), KnownFacts.Nothing));
            }
        }
    }

    /// <summary>The median, in milliseconds.</summary>
    private static double Measure(Action work)
    {
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            times[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }

    private static string InMilliseconds(double time) => time.ToString("0.0", CultureInfo.InvariantCulture);
}
