using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using Moderation.Servers;

namespace Moderation.Benchmarks.Desk;

internal static class DeskCommand
{
    /// <returns>0 when every target is met, 1 when one is not; 2 when nothing could be measured.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var options = DeskOptions.Parse(args);
            await using var system = await DeskSystem.StartAsync(options.Store);
            var clock = Stopwatch.StartNew();
            var cases = new MadeCases(options, DateTimeOffset.UtcNow).All().ToList();
            await CaseTables.FillAsync(system.Database, cases);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{options.Cases:N0} cases, {cases.Count(made => made.State == "held"):N0} of them held, on {options.Store}; filled in {clock.Elapsed.TotalSeconds:F0} s, {Environment.ProcessorCount} cores"));
            var isMet = await new DeskBenchmark(system, options, cases).RunAsync();
            if (options.Store == "postgres")
            {
                await Plans.WriteAsync(system.Database, options.Plans);
            }

            return isMet ? 0 : 1;
        }
        catch (Exception exception) when (exception is ValidationException or InvalidOperationException or ServersUnavailableException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}
