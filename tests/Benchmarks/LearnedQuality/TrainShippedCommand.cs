namespace Moderation.Benchmarks.LearnedQuality;

internal static class TrainShippedCommand
{
    public static int Run(string[] args) => args.Length;
}
