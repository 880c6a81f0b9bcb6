using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Moderation.Benchmarks.Flow;
using Moderation.Servers;

namespace Moderation.Benchmarks.Reading;

internal static class StreamCommand
{
    private const int AtATime = 100;
    private const int Warmup = 300;

    /// <returns>0 when every reader got everything; 2 when nothing could be measured.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var options = StreamOptions.Parse(args);
            await using var system = await ReadingSystem.StartAsync();
            await system.PublishAsync(1);
            Array.ForEach(await OpenAsync(system, Warmup), stream => stream.Dispose());
            var before = Resident(system);
            var streams = await OpenAsync(system, options.Readers);
            Console.WriteLine(Line($"{options.Readers:N0} readers: {(Resident(system) - before) / (double)options.Readers:N1} KiB of resident memory each"));
            var first = new List<TimeSpan>();
            var times = new List<TimeSpan>();
            var last = new List<TimeSpan>();
            for (var number = 1; number <= options.Decisions; number++)
            {
                var reached = streams.Select(stream => stream.PublishedAsync()).ToList();
                var sent = Stopwatch.GetTimestamp();
                await system.ApproveAsync(number);
                var came = (await Task.WhenAll(reached)).Select(at => Stopwatch.GetElapsedTime(sent, at)).ToList();
                first.Add(came.Min());
                times.AddRange(came);
                last.Add(came.Max());
            }

            var all = new Latencies(times);
            Console.WriteLine(Line($"From a decision to a reader: p50 {Ms(all.At(0.5))} ms, p99 {Ms(all.At(0.99))} ms, at most {Ms(all.At(1))} ms"));
            Console.WriteLine(Line($"To the first of all {Ms(new Latencies(first).At(0.5))} ms, to the last {Ms(new Latencies(last).At(0.5))} ms (medians)"));
            Console.WriteLine(Line($"{options.Readers:N0} readers with {options.Decisions} comments sent: {Resident(system) / 1024.0:N0} MiB in all"));
            Array.ForEach(streams, stream => stream.Dispose());
            return 0;
        }
        catch (Exception exception) when (exception is ValidationException or InvalidOperationException or ServersUnavailableException or SocketException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }

    private static async Task<StreamSocket[]> OpenAsync(ReadingSystem system, int count)
    {
        var path = $"/v1/sites/{ReadingSystem.Site}/stream?page={ReadingSystem.Page}";
        var streams = new List<StreamSocket>();
        while (streams.Count < count)
        {
            streams.AddRange(await Task.WhenAll(
                Enumerable.Range(0, Math.Min(AtATime, count - streams.Count)).Select(_ => StreamSocket.OpenAsync(system.Publisher.Address, path))));
        }

        return [.. streams];
    }

    /// <returns>In KiB.</returns>
    private static long Resident(ReadingSystem system) => long.Parse(
        File.ReadLines($"/proc/{system.Publisher.ProcessId}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private static string Ms(TimeSpan time) => Line($"{time.TotalMilliseconds:N0}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
