using Moderation.Contracts;
using Moderation.Hosting.Models;
using Moderation.Hosting.Sites;
using Moderation.Learner.Tests.Setup;
using Moderation.Learning;
using StackExchange.Redis;

namespace Moderation.Learner.Tests;

/// <summary>What workers and desks find in Redis of what moderators taught. Models are compared byte by byte.</summary>
public class LearningTests
{
    // Redis is the same for all tests.
    private readonly string _site = $"site-{Guid.NewGuid():N}";

    public static TheoryData<string> Stores => Setup.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Learns_a_decision_once_though_it_comes_twice(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        List<CommentTaught> lessons = [.. InTurn(0, 40)];

        await host.SendAsync(lessons.SelectMany(lesson => new[] { lesson, lesson }));
        var (model, report) = await host.SettledAsync(_site);

        Assert.Equal((20, 20, true), (report.Heads[0].Fine, report.Heads[0].Refused, report.Heads[0].Counts));
        Assert.Equal(40, report.Versions[0].Lessons);
        var learned = Model.Read(model);
        Assert.True(learned.Score(View(Teach.Abuse(501))).Abuse > Model.Shipped.Score(View(Teach.Abuse(501))).Abuse);
        Assert.Equal(model, await OnceMoreAsync(store, lessons));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Unlearned_is_as_never_learned(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        List<CommentTaught> lessons = [.. InTurn(0, 60)];
        await host.SendAsync(lessons);
        var (before, _) = await host.SettledAsync(_site);

        // One is held again, one gets another answer.
        await host.SendAsync(lessons[7].But(null, null), lessons[11].But(false, false));
        var (after, report) = await host.SettledAsync(_site);

        Assert.NotEqual(before, after);
        Assert.Equal("unlearned", report.Versions[0].Cause);
        Assert.Equal((31, 28), (report.Heads[0].Fine, report.Heads[0].Refused));
        Assert.Equal(
            after, await OnceMoreAsync(store, [.. lessons[..7], .. lessons[8..11], .. lessons[12..], lessons[11].But(false, false)]));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Comes_to_the_same_model_after_a_restart_and_goes_on(string store)
    {
        var databases = await Setup.Stores.CreateAsync(store);
        List<CommentTaught> lessons = [.. InTurn(0, 60)];
        byte[] before;
        long version;
        await using (var first = await StartAsync(databases))
        {
            await first.SendAsync(lessons[..40]);
            (before, var report) = await first.SettledAsync(_site);
            version = report.Version;
            await first.Redis.KeyDeleteAsync(SharedModels.Key(_site));
        }

        await using var second = await StartAsync(databases);
        var (after, again) = await second.SettledAsync(_site);
        await second.SendAsync(lessons[40..]);

        Assert.Equal(before, after);
        Assert.Equal(version, again.Version);
        Assert.Equal((await second.SettledAsync(_site)).Model, await OnceMoreAsync(store, lessons));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Going_back_to_a_version_gives_its_very_bytes_and_learning_goes_on_from_there(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        List<CommentTaught> lessons = [.. InTurn(0, 80)];
        await host.SendAsync(lessons[..40]);
        var (then, atThen) = await host.SettledAsync(_site);
        await host.SendAsync([.. lessons[40..60], lessons[3].But(false, false), Teach.Change(LearningChange.LeaveOut, "ravi", site: _site)]);
        var (later, atLater) = await host.SettledAsync(_site);
        Assert.NotEqual(then, later);

        await host.SendAsync(Teach.Change(LearningChange.GoBack, version: atThen.Version, site: _site));
        var (back, report) = await host.SettledAsync(_site);

        Assert.Equal(then, back);
        Assert.Equal(("went-back", "admin", 40), (report.Versions[0].Cause, report.Versions[0].By, report.Versions[0].Lessons));
        Assert.True(report.Version > atLater.Version);
        Assert.Equal(atThen.Moderators.Select(moderator => moderator.ToString()), report.Moderators.Select(moderator => moderator.ToString()));

        // Also what was gone back from can be gone back to.
        await host.SendAsync(Teach.Change(LearningChange.GoBack, version: atLater.Version, site: _site));
        Assert.Equal(later, (await host.SettledAsync(_site)).Model);
        await host.SendAsync([Teach.Change(LearningChange.GoBack, version: atThen.Version, site: _site), .. lessons[60..]]);
        Assert.Equal((await host.SettledAsync(_site)).Model, await OnceMoreAsync(store, [.. lessons[..40], .. lessons[60..]]));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_version_that_is_not_kept_cannot_be_gone_back_to(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        await host.SendAsync(InTurn(0, 20));
        var (before, report) = await host.SettledAsync(_site);

        await host.SendAsync(Teach.Change(LearningChange.GoBack, version: report.Version + 7, site: _site), Teach.Change(LearningChange.LeaveOut, site: _site));

        var (after, again) = await host.SettledAsync(_site);
        Assert.Equal(before, after);
        Assert.Equal(report.Version, again.Version);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_erased_author_is_unlearned(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        List<CommentTaught> lessons = [.. InTurn(0, 60)];
        var own = lessons.Where((_, n) => n % 3 == 0).ToHashSet();
        await host.SendAsync(lessons.Select(lesson => own.Contains(lesson) ? lesson.From(Teach.Email) : lesson));
        await host.SettledAsync(_site);

        var site = new Site { Id = _site, Name = "", Language = "", Origins = [], ClosedPages = new HashSet<string>(), Secret = "secret" };
        await host.EraseAsync(new AuthorErased { ErasureId = Guid.NewGuid(), SiteId = _site, AuthorKey = AuthorKey.Of(site, Teach.Email)!, ErasedAt = DateTimeOffset.UtcNow });
        var (after, report) = await host.SettledAsync(_site);

        Assert.Equal(("erased", 40), (report.Versions[0].Cause, report.Versions[0].Lessons));
        Assert.Equal(after, await OnceMoreAsync(store, [.. lessons.Where(lesson => !own.Contains(lesson))]));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_Redis_lost_is_there_again_in_seconds(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        await host.SendAsync(InTurn(0, 20));
        var before = await host.SettledAsync(_site);

        await host.Redis.KeyDeleteAsync(SharedModels.Key(_site));

        var after = await host.SettledAsync(_site);
        Assert.Equal(before.Model, after.Model);
        Assert.Equal(before.Report.Version, after.Report.Version);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_version_in_Redis_that_nobody_here_made_is_surpassed(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        await host.SendAsync(InTurn(0, 20));
        var (model, _) = await host.SettledAsync(_site);

        await host.Redis.HashSetAsync(SharedModels.Key(_site), [new(SharedModels.Version, 1000), new(SharedModels.Model, "what was before the database was lost")]);
        await Eventually.TrueAsync(async () => (long)await host.Redis.HashGetAsync(SharedModels.Key(_site), SharedModels.Version) > 1000, "a newer one is there");

        Assert.Equal(model, (await host.SettledAsync(_site)).Model);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Workers_are_told_of_the_site_whose_model_is_another(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store));
        var told = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await host.Redis.Multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal(SharedModels.Channel), (_, site) =>
        {
            if (site == _site)
            {
                told.TrySetResult(site);
            }
        });

        await host.SendAsync(Teach.Fine(1, site: _site));

        Assert.Equal(_site, await told.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Where_nothing_is_taught_the_report_says_so_and_there_is_no_model()
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync("SQLite"));

        await Eventually.TrueAsync(() => host.Redis.HashExistsAsync(SharedModels.Key(_site), SharedModels.Report), "there is a report");

        var report = System.Text.Json.JsonSerializer.Deserialize<LearningReport>(
            (byte[])(await host.Redis.HashGetAsync(SharedModels.Key(_site), SharedModels.Report))!, System.Text.Json.JsonSerializerOptions.Web)!;
        Assert.Equal((0, Model.Shipped.Version, 0, 5), (report.Version, report.Baseline, report.Heads[1].Fine, report.Heads[1].Needed));
        Assert.Empty(report.Versions);
        Assert.False(await host.Redis.HashExistsAsync(SharedModels.Key(_site), SharedModels.Model));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_very_many_lessons_the_newest_count(string store)
    {
        await using var host = await StartAsync(await Setup.Stores.CreateAsync(store), most: 100);
        List<CommentTaught> lessons = [.. InTurn(0, 235)];

        await host.SendAsync(lessons);
        var (model, report) = await host.SettledAsync(_site);

        Assert.Equal(95, report.Versions[0].Lessons);
        Assert.Equal(model, await OnceMoreAsync(store, lessons[140..]));
    }

    private Task<LearnerHost> StartAsync(Func<Hosting.Stores.IDatabases> databases, int most = 20_000) =>
        LearnerHost.StartAsync(databases, [_site], settings: new() { ["Learning:Most"] = $"{most}" });

    private IEnumerable<CommentTaught> InTurn(int first, int count) => Teach.InTurn(first, count, "asha", "ravi").Select(
        taught => taught with { Comment = taught.Comment with { SiteId = _site } });

    // The model of somebody who was taught nothing but this, on a site of another name.
    private static async Task<byte[]> OnceMoreAsync(string store, IReadOnlyList<CommentTaught> lessons)
    {
        var site = $"again-{Guid.NewGuid():N}";
        await using var host = await LearnerHost.StartAsync(await Setup.Stores.CreateAsync(store), [site]);
        await host.SendAsync(lessons.Select(lesson => lesson with { Comment = lesson.Comment with { SiteId = site } }));
        return (await host.SettledAsync(site)).Model;
    }

    private static Text.TextView View(CommentTaught taught) => Text.TextView.Decoded(taught.Comment.Body);
}
