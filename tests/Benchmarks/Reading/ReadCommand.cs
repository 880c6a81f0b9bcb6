using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Moderation.Servers;
using Spectre.Console;

namespace Moderation.Benchmarks.Reading;

internal static class ReadCommand
{
    /// <returns>0 when everything was answered; 2 when nothing could be measured.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var options = ReadOptions.Parse(args);
            await using var system = await ReadingSystem.StartAsync();
            Print(options, await new ReadBenchmark(system, options).RunAsync());
            return 0;
        }
        catch (Exception exception) when (exception is ValidationException or InvalidOperationException or ServersUnavailableException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }

    private static void Print(ReadOptions options, IReadOnlyList<ReadMeasured> rows)
    {
        Console.WriteLine(Line(
            $"{options.Comments} comments as {options.Encoding}, {options.Connections} connections, {options.Seconds} s each, {Environment.ProcessorCount} cores"));
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Asked for") { NoWrap = true });
        foreach (var column in new[] { "a second", "of nothing", "p50, ms", "p99, ms", "max, ms", "µs CPU" })
        {
            table.AddColumn(new TableColumn(column) { Alignment = Justify.Right, NoWrap = true });
        }

        foreach (var row in rows)
        {
            table.AddRow(
                row.Name,
                Line($"{row.Rate:N0}"),
                Line($"{row.Rate / rows[0].Rate:P0}"),
                Milliseconds(row, 0.5),
                Milliseconds(row, 0.99),
                Milliseconds(row, 1),
                Line($"{row.Cpu.TotalMicroseconds:N0}"));
        }

        AnsiConsole.Write(table);
    }

    private static string Milliseconds(ReadMeasured row, double share) => Line($"{row.Latencies.At(share).TotalMilliseconds:N1}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
