namespace Moderation.Benchmarks.Flow;

/// <summary>The CPU time that a part of the system took during the measurement.</summary>
internal sealed record CpuUse(string Name, TimeSpan Time)
{
    public static IReadOnlyList<CpuUse> Between(IReadOnlyDictionary<string, TimeSpan> before, IReadOnlyDictionary<string, TimeSpan> after) =>
        [.. after.Select(process => new CpuUse(process.Key, process.Value - before.GetValueOrDefault(process.Key)))];
}
