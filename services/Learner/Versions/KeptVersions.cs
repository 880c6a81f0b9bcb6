namespace Moderation.Learner.Versions;

/// <summary>As far as one can go back: the last ten, the last of each hour for a day, the last of each day for a month.</summary>
internal static class KeptVersions
{
    private const int Last = 10;
    private static readonly TimeSpan _hourly = TimeSpan.FromDays(1);
    private static readonly TimeSpan _daily = TimeSpan.FromDays(30);

    /// <param name="newestFirst">All there are.</param>
    /// <param name="now">The time.</param>
    /// <returns>Those to keep, newest first.</returns>
    public static IReadOnlyList<ModelVersion> Of(IReadOnlyList<ModelVersion> newestFirst, DateTimeOffset now)
    {
        var kept = newestFirst.Take(Last).ToHashSet();
        kept.UnionWith(LastOfEach(TimeSpan.FromHours(1), _hourly));
        kept.UnionWith(LastOfEach(TimeSpan.FromDays(1), _daily));
        return [.. newestFirst.Where(kept.Contains)];

        IEnumerable<ModelVersion> LastOfEach(TimeSpan span, TimeSpan within) =>
            newestFirst.Where(version => now - version.At <= within).DistinctBy(version => version.At.UtcTicks / span.Ticks);
    }
}
