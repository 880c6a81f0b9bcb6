using Spectre.Console;

namespace Moderation.Benchmarks.Flow;

/// <summary>Comments through the four services on the real servers, from the post to the published row.</summary>
internal static class FlowBenchmark
{
    public static async Task<FlowMeasured> RunAsync(FlowOptions options)
    {
        AnsiConsole.WriteLine("Starting the servers and the services …");
        await using var system = await ModerationSystem.StartAsync(options.Workers);
        var machine = await Machine.DescribeAsync(system);
        var settled = new SettledComments(system.Postgres);

        AnsiConsole.WriteLine($"Warming up with {options.Warmup:N0} comments …");
        await using var tap = await MessageTap.OpenAsync(system.RabbitMq);
        using var load = new CommentLoad(system.Submission, options.Connections);
        var warm = await load.PostAsync(0, options.Warmup, rate: 0);
        var stuck = !await settled.WaitAsync(warm.Count(post => post.IsAccepted));
        var messageSize = await tap.CloseAsync();

        AnsiConsole.WriteLine($"Posting {options.Comments:N0} comments …");
        var (before, busyBefore) = (system.Processes.Cpu(), Machine.BusyTime());
        var start = DateTimeOffset.UtcNow;
        var posts = await load.PostAsync(options.Warmup, options.Comments, options.Rate);
        stuck |= !await settled.WaitAsync(warm.Concat(posts).Count(post => post.IsAccepted));
        var end = DateTimeOffset.UtcNow;
        var (cpu, busy) = (CpuUse.Between(before, system.Processes.Cpu()), Machine.BusyTime() - busyBefore);

        AnsiConsole.WriteLine("Reading what was published …");
        var published = await settled.ReadAsync();
        await system.StopServicesAsync();

        AnsiConsole.WriteLine("Measuring the broker alone …");
        return new FlowMeasured
        {
            Options = options,
            Machine = machine,
            Posts = posts,
            PublishedAt = published.ToDictionary(row => row.Id, row => row.PublishedAt),
            Settled = end - start,
            Cpu = cpu,
            MachineBusy = busy,
            Broker = await BrokerYardstick.MeasureAsync(system.RabbitMq, messageSize, options.Comments),
            Faults = Faults.Find([.. warm, .. posts], published, stuck),
        };
    }
}
