namespace Moderation.Benchmarks.Flow;

/// <summary>The distribution of some times.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> times)
{
    private readonly TimeSpan[] _sorted = [.. times.Order()];

    /// <summary>The time that this share of all does not exceed (nearest rank).</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public TimeSpan At(double share) => _sorted.Length == 0 ? TimeSpan.Zero : _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1];
}
