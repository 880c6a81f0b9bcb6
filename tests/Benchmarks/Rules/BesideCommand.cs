using System.Globalization;
using Moderation.Contracts;
using Moderation.Learning;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Spectre.Console;

namespace Moderation.Benchmarks.Rules;

/// <summary>All rules and the same without the learned ones, in turns and by processor time, so that a busy machine tells the same as one at rest.</summary>
internal static class BesideCommand
{
    private const int WarmUps = 60;
    private const int Rounds = 60;
    private const int Repeats = 100;

    public static int Run()
    {
        var comments = SampleComments.All();
        var (all, without, model) = (Ruleset.Read(Repository.Seeds), LearnedRules.Without(), SampleModel.Made());
        var times = new List<(double All, double Without)>();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var time = (Measure(all, model, comments), Measure(without, model, comments));
            if (round >= 0)
            {
                times.Add(time);
            }
        }

        var table = new Table().AddColumns("Rules", "µs a comment", "Comments/s", "Bytes a comment");
        AddRow(table, "All", times.Select(time => time.All), Allocated(all, model, comments));
        AddRow(table, "Without the learned ones", times.Select(time => time.Without), Allocated(without, model, comments));
        AnsiConsole.Write(table);
        return 0;
    }

    private static void AddRow(Table table, string name, IEnumerable<double> times, long bytes)
    {
        var median = times.Order().ElementAt(Rounds / 2);
        table.AddRow(name, Told(median, "0.0"), Told(1e6 / median, "#,0"), Told(bytes, "#,0"));
    }

    /// <summary>Microseconds of processor time a comment.</summary>
    private static double Measure(Ruleset ruleset, Model model, CommentSubmitted[] comments)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            Judge(ruleset, model, comments);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Repeats / comments.Length;
    }

    private static long Allocated(Ruleset ruleset, Model model, CommentSubmitted[] comments)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Judge(ruleset, model, comments);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / comments.Length;
    }

    private static void Judge(Ruleset ruleset, Model model, CommentSubmitted[] comments)
    {
        foreach (var comment in comments)
        {
            ruleset.Judge(new Draft(new CommentText(comment) { Model = model }, KnownFacts.Nothing));
        }
    }

    private static string Told(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
