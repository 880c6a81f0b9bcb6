using System.Diagnostics;
using System.Globalization;
using Moderation.Benchmarks.Flow;

namespace Moderation.Benchmarks.Reading;

/// <summary>Asks for one page in several ways, and for nothing.</summary>
internal sealed class ReadBenchmark(ReadingSystem system, ReadOptions options)
{
    private static readonly TimeSpan _warmup = TimeSpan.FromSeconds(3);

    private Uri Address => system.Publisher.Address;

    public async Task<IReadOnlyList<ReadMeasured>> RunAsync()
    {
        await system.PublishAsync(options.Comments);
        var path = $"/v1/sites/{ReadingSystem.Site}/comments?page={ReadingSystem.Page}&limit={options.Comments}";
        (string, string)[] accept = options.Encoding == "identity" ? [] : [("Accept-Encoding", options.Encoding)];
        var page = Asking.Request(Address, path, accept);
        var known = Asking.Request(Address, path, [.. accept, ("If-None-Match", await TagAsync(page))]);
        var nothing = Asking.Request(Address, PublisherProgram.Nothing);
        // What all ways of asking have in common is compiled by then, so that the first is not the slowest.
        await MeasureAsync("Warming up", nothing, 204);
        return
        [
            await MeasureAsync("Nothing", nothing, 204),
            await MeasureAsync("Page", page, 200),
            await MeasureAsync("Page, known", known, 304),
            await WhileCommentsArriveAsync(() => MeasureAsync("Page, changing", page, 200)),
        ];
    }

    private async Task<ReadMeasured> MeasureAsync(string name, byte[] request, int status)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(_ => Asking.ConnectAsync(Address)));
        await AskAsync(_warmup);
        var (cpu, begin) = (Cpu(), Stopwatch.GetTimestamp());
        var times = await AskAsync(TimeSpan.FromSeconds(options.Seconds));
        var measured = new ReadMeasured(name, times.Length / Stopwatch.GetElapsedTime(begin).TotalSeconds, new Latencies(times), (Cpu() - cpu) / times.Length);
        Array.ForEach(connections, connection => connection.Dispose());
        return measured;

        async Task<TimeSpan[]> AskAsync(TimeSpan time) =>
            [.. (await Task.WhenAll(connections.Select(connection => Task.Run(() => connection.AskAsync(request, status, time))))).SelectMany(asked => asked)];
    }

    private async Task<ReadMeasured> WhileCommentsArriveAsync(Func<Task<ReadMeasured>> measure)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var arriving = ArriveAsync(timer);
        var measured = await measure();
        timer.Dispose();
        await arriving;
        return measured;
    }

    private async Task ArriveAsync(PeriodicTimer timer)
    {
        for (var number = options.Comments; await timer.WaitForNextTickAsync(); number++)
        {
            await system.ApproveAsync(number);
        }
    }

    private async Task<string> TagAsync(byte[] request)
    {
        using var connection = await Asking.ConnectAsync(Address);
        var head = await connection.AskAsync(request);
        return head.Split("\r\n").Single(line => line.StartsWith("ETag: ", true, CultureInfo.InvariantCulture))["ETag: ".Length..];
    }

    private TimeSpan Cpu() => ProcessTimes.Of(system.Publisher.ProcessId)!.Cpu;
}
