using System.Globalization;
using Spectre.Console;

namespace Moderation.Benchmarks.Flow;

/// <summary>Prints what a run has found out.</summary>
internal static class FlowReport
{
    public static void Print(FlowMeasured run)
    {
        var accepted = run.Posts.Where(post => post.IsAccepted).ToList();
        var published = accepted.Where(post => run.PublishedAt.ContainsKey(post.Id!)).ToList();
        Console.WriteLine(run.Machine);
        Console.WriteLine(Line(
            $"{run.Options.Comments:N0} comments, {run.Options.Connections} connections, {Pace(run.Options)}, {run.Options.Workers} worker(s), warmed up with {run.Options.Warmup:N0}"));
        if (published.Count > 0)
        {
            PrintRates(run, accepted, published);
            PrintLatencies(run, accepted, published);
            PrintCpu(run, published.Count);
        }

        foreach (var fault in run.Faults)
        {
            AnsiConsole.Write(new Markup(Markup.Escape(fault) + Environment.NewLine, Color.Red));
        }
    }

    private static void PrintRates(FlowMeasured run, List<Post> accepted, List<Post> published)
    {
        var first = accepted.Min(post => post.Answered);
        var acceptedRate = accepted.Count / (accepted.Max(post => post.Answered) - accepted.Min(post => post.Intended)).TotalSeconds;
        var publishedRate = published.Count / (published.Max(post => run.PublishedAt[post.Id!]) - first).TotalSeconds;
        Print(
            ["Rate", "per second", "of the broker alone"],
            ["Comments accepted", Whole(acceptedRate), Share(acceptedRate / run.Broker.Both)],
            ["Comments published", Whole(publishedRate), Share(publishedRate / run.Broker.Both)],
            ["Comments settled in every service", Whole(accepted.Count / run.Settled.TotalSeconds), Share(accepted.Count / run.Settled.TotalSeconds / run.Broker.Both)],
            [Line($"Broker alone, {run.Broker.Size:N0} bytes: publish and consume"), Whole(run.Broker.Both), ""],
            ["Broker alone: publish with confirms", Whole(run.Broker.Publish), ""],
            ["Broker alone: consume", Whole(run.Broker.Consume), ""]);
    }

    private static void PrintLatencies(FlowMeasured run, List<Post> accepted, List<Post> published)
    {
        var accept = new Latencies(accepted.Select(post => post.Latency));
        var publish = new Latencies(published.Select(post => run.PublishedAt[post.Id!] - post.Answered));
        Print(
            ["Latency, ms", "p50", "p95", "p99", "max"],
            ["Post to accepted", .. Percentiles(accept)],
            ["Accepted to published", .. Percentiles(publish)]);
    }

    private static void PrintCpu(FlowMeasured run, int comments)
    {
        var sum = run.Cpu.Aggregate(TimeSpan.Zero, (total, use) => total + use.Time);
        Print(
            ["CPU", "µs a comment", "share"],
            [.. run.Cpu.Select(use => Row(use.Name, use.Time)), Row("all", sum)]);
        Console.WriteLine(Line($"Of {Environment.ProcessorCount} cores {sum / run.Settled:N2} were busy with it, and {(run.MachineBusy - sum) / run.Settled:N2} with something else."));

        string[] Row(string name, TimeSpan time) => [name, Whole(time.TotalMicroseconds / comments), Share(time / sum)];
    }

    private static void Print(string[] columns, params string[][] rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { Alignment = column == columns[0] ? Justify.Left : Justify.Right, NoWrap = true });
        }

        Array.ForEach(rows, row => table.AddRow(Array.ConvertAll(row, Markup.Escape)));
        AnsiConsole.Write(table);
    }

    private static string[] Percentiles(Latencies latencies) =>
        [.. new[] { 0.5, 0.95, 0.99, 1 }.Select(share => Line($"{latencies.At(share).TotalMilliseconds:N1}"))];

    private static string Pace(FlowOptions options) => options.Rate == 0 ? "as fast as answers come" : Line($"{options.Rate:N0} a second");

    private static string Whole(double number) => Line($"{number:N0}");

    private static string Share(double share) => Line($"{share:P0}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
