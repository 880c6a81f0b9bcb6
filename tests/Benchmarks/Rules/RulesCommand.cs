using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Moderation.Benchmarks.Rules;

internal static class RulesCommand
{
    /// <param name="args">As BenchmarkDotNet understands them, such as <c>--job short</c>.</param>
    public static int Run<TBenchmark>(string[] args)
    {
        var config = DefaultConfig.Instance.AddColumn(new CommentsPerSecond()).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "moderation-benchmarks"));
        return BenchmarkRunner.Run<TBenchmark>(config, args).HasCriticalValidationErrors ? 1 : 0;
    }
}
