using Moderation.Contracts;
using Moderation.Learner.Tests.Setup;
using Moderation.Learning;

namespace Moderation.Learner.Tests;

/// <summary>A moderator's account that teaches what is not so.</summary>
public class PoisoningTests
{
    private const int Many = 500;
    private readonly string _site = $"site-{Guid.NewGuid():N}";
    private readonly string _other = $"site-{Guid.NewGuid():N}";

    [Fact]
    public async Task Moves_no_other_site_is_seen_and_can_be_taken_back()
    {
        await using var host = await LearnerHost.StartAsync(await Stores.CreateAsync("PostgreSQL"), [_site, _other], needed: 50);
        await host.SendAsync(Honest(0, 300, _other));
        var (elsewhere, _) = await host.SettledAsync(_other);
        await host.SendAsync(Honest(0, 300, _site));
        var (before, _) = await host.SettledAsync(_site);

        await host.SendAsync(Enumerable.Range(10_000, Many).Select(n => Teach.Fine(n, "mallory", _site) with { IsAbuse = true, IsSpam = null }));
        var (poisoned, report) = await host.SettledAsync(_site);

        Assert.Equal(elsewhere, (await host.SettledAsync(_other)).Model);
        Assert.NotEqual(before, poisoned);
        var mallory = report.Moderators.Single(moderator => moderator.Name == "mallory");
        Assert.Equal((Many, Many, false), (mallory.Lessons, mallory.Refused, mallory.IsLeftOut));
        Assert.True(mallory.Agreement < 0.5, $"mallory {mallory.Agreement}");
        Assert.All(report.Moderators.Where(moderator => moderator.Name != "mallory"), moderator => Assert.True(moderator.Agreement > 0.8, $"{moderator}"));

        await host.SendAsync(Teach.Change(LearningChange.LeaveOut, "mallory", site: _site));
        var (after, without) = await host.SettledAsync(_site);
        // What they teach from now on is not learned either.
        await host.SendAsync(Teach.Fine(20_000, "mallory", _site) with { IsAbuse = true, IsSpam = null });
        var (still, unheard) = await host.SettledAsync(_site);

        Assert.Equal(before, after);
        Assert.Equal(before, still);
        Assert.Equal(("left-out", "admin"), (without.Versions[0].Cause, without.Versions[0].By));
        Assert.Equal(Many + 1, unheard.Moderators.Single(moderator => moderator is { Name: "mallory", IsLeftOut: true }).Lessons);

        await host.SendAsync(Teach.Change(LearningChange.TakeIn, "mallory", site: _site));
        var (again, _) = await host.SettledAsync(_site);
        Assert.NotEqual(before, again);
        Assert.True(Harm(again) > Harm(before));
    }

    private static IEnumerable<CommentTaught> Honest(int first, int count, string site) => Teach.InTurn(first, count, "asha", "ravi").Select(
        taught => taught with { Comment = taught.Comment with { CommentId = Guid.CreateVersion7(), SiteId = site } });

    private static double Harm(byte[] model) => Enumerable.Range(30_000, 50).Average(n => Model.Read(model).Score(Text.TextView.Decoded(Teach.Fine(n).Comment.Body)).Abuse);
}
