using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Moderation.Benchmarks.Flow;

/// <summary>What the figures were measured on, in one line.</summary>
internal static class Machine
{
    private const double Gibibyte = 1024 * 1024 * 1024;

    public static async Task<string> DescribeAsync(ModerationSystem system)
    {
        await using var postgres = new NpgsqlConnection(system.Postgres);
        await postgres.OpenAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(system.Redis);
        await using var rabbitMq = await new ConnectionFactory { Uri = new Uri(system.RabbitMq) }.CreateConnectionAsync();
        var broker = rabbitMq.ServerProperties!.TryGetValue("version", out var version) ? Encoding.UTF8.GetString((byte[])version!) : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({Processor()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte:N0} GiB, "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription} ({Configuration}), RabbitMQ {broker}, "
            + $"PostgreSQL {postgres.ServerVersion}, Redis {redis.GetServers()[0].Version}, load average before {LoadAverage()}");
    }

    /// <summary>The time that all cores together were busy since the start of the machine, whoever kept them busy.</summary>
    public static TimeSpan BusyTime()
    {
        // user nice system idle iowait irq softirq steal, see proc_stat(5).
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return TimeSpan.FromSeconds((ticks.Sum() - ticks[3] - ticks[4]) / ProcessTimes.TicksPerSecond);
    }

#if DEBUG
    private const string Configuration = "Debug: the figures mean nothing";
#else
    private const string Configuration = "Release";
#endif

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
