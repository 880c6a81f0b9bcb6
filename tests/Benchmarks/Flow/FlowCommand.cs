using System.ComponentModel.DataAnnotations;
using Moderation.Servers;

namespace Moderation.Benchmarks.Flow;

internal static class FlowCommand
{
    /// <returns>0 when every comment was published once; 1 when one was lost or doubled; 2 when nothing could be measured.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var measured = await FlowBenchmark.RunAsync(FlowOptions.Parse(args));
            FlowReport.Print(measured);
            return measured.Faults.Count == 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is ValidationException or InvalidOperationException or ServersUnavailableException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}
