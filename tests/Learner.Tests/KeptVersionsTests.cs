using Moderation.Learner.Versions;

namespace Moderation.Learner.Tests;

public class KeptVersionsTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Are_the_last_ten_one_an_hour_for_a_day_and_one_a_day_for_a_month()
    {
        // One a minute for forty days.
        List<ModelVersion> all = [.. Enumerable.Range(0, 40 * 24 * 60).Select(minutes => Version(_now.AddMinutes(-minutes)))];

        var kept = KeptVersions.Of(all, _now);

        Assert.Equal(all.Take(10), kept.Take(10));
        // The first of the hours is among the ten.
        var older = kept.Skip(10).ToList();
        Assert.Equal(23, older.Count(version => _now - version.At <= TimeSpan.FromDays(1)));
        Assert.Equal(29, older.Count(version => _now - version.At > TimeSpan.FromDays(1)));
        Assert.All(kept, version => Assert.True(_now - version.At <= TimeSpan.FromDays(30)));
        // The same again a second later: nothing more is lost.
        Assert.Equal(kept, KeptVersions.Of(kept, _now.AddSeconds(1)));
    }

    [Fact]
    public void Of_old_ones_the_last_ten_stay()
    {
        List<ModelVersion> all = [.. Enumerable.Range(0, 20).Select(days => Version(_now.AddDays(-days)))];

        Assert.Equal(all.Take(10), KeptVersions.Of(all, _now.AddYears(1)));
    }

    private static ModelVersion Version(DateTimeOffset at) => new()
    {
        Version = at.ToUnixTimeSeconds(),
        Number = 1,
        MadeAt = at.ToUnixTimeMilliseconds(),
        Lessons = 1,
        Cause = "learned",
        Model = "a",
    };
}
