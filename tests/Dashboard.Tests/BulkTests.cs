using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

public class BulkTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Decides_all_that_a_filter_finds_in_one_act_that_can_be_undone_as_one(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comments = Enumerable.Range(0, 450).Select(number => Samples.Comment($"offer {number}", Samples.Noon.AddSeconds(number))).ToList();
        var other = Samples.Comment("something else");
        await FileAsync(host, [.. comments, other]);
        var progress = new Progresses();

        var result = await host.Get<BulkDecider>().DecideAllAsync(
            Reject("offer", 450, time.Now) with { Note = "the same again", Reason = DecisionReasons.Spam }, "asha", SiteScope.All, progress, default);
        var history = (await CaseAsync(host, comments[7])).History[^1];
        time.Now += ModeratorDecision.TimeToUndo / 2;
        var undone = await host.Get<BulkDecider>().UndoAsync(result.ActId, "asha", SiteScope.All, progress, default);
        time.Now += TimeSpan.FromHours(1);
        await UndoTests.ProveThatTheRelayHasLookedAsync(host);

        Assert.Equal((450, 0), (result.Decided, result.Conflicts));
        Assert.Equal([200, 400, 450, 200, 400, 450], progress.Seen.Select(seen => seen.Done));
        Assert.Equal(("spam", "the same again", "spam", result.ActId), (history.Decision, history.Note, history.Reason, history.ActId));
        Assert.Equal(time.Now - TimeSpan.FromHours(1) + (ModeratorDecision.TimeToUndo / 2), history.ReleaseAt);
        Assert.Equal(new BulkUndoResult(450, 0, 0), undone);
        Assert.Equal(451, (await host.Get<CaseReader>().CountAsync(new CaseQuery(), 1_000, default)).Count);
        Assert.Equal(451, (await host.Get<CaseReader>().CountAsync(new CaseQuery { Phrase = "e" }, 1_000, default)).Count);
        Assert.DoesNotContain(host.Recorder.OfModerators, decision => decision.DecidedBy == "asha");
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Decides_no_more_than_was_confirmed_and_nothing_that_came_later(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var seen = Enumerable.Range(0, 5).Select(number => Samples.Comment("offer", Samples.Noon.AddSeconds(number))).ToList();
        await FileAsync(host, seen);
        time.Now += TimeSpan.FromSeconds(1);
        // Waiting even longer than the others, and not seen.
        var later = Samples.Comment("offer", Samples.Noon.AddHours(-1));
        await FileAsync(host, [later]);

        var some = await host.Get<BulkDecider>().DecideAllAsync(Reject("offer", 3, time.Now.AddMilliseconds(-1)), "asha", SiteScope.All, null, default);
        var rest = await host.Get<BulkDecider>().DecideAllAsync(Reject("offer", 100, time.Now.AddMilliseconds(-1)), "asha", SiteScope.All, null, default);

        Assert.Equal((3, 2), (some.Decided, rest.Decided));
        Assert.Equal("held", (await CaseAsync(host, later)).State);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_others_decided_meanwhile_stays_and_is_counted(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime());
        var comments = Enumerable.Range(0, 6).Select(_ => Samples.Comment("offer")).ToList();
        var foreign = Samples.Comment("offer", site: "other");
        await FileAsync(host, [.. comments, foreign]);
        await UndoTests.DecideAsync(host, comments[0], "approve", "meera");
        var picked = comments.Append(foreign).Select(comment => new SeenCase(comment.CommentId.ToString(), 1)).ToList();

        var result = await host.Get<BulkDecider>().DecideAllAsync(
            new BulkDecision { Picked = picked, Decision = ModeratorDecision.Reject, ExpectedCount = 7, UndoWindow = ModeratorDecision.TimeToUndo },
            "asha", SiteScope.Only(["demo"]), null, default);
        await UndoTests.DecideAsync(host, comments[1], "approve", "meera", seen: 2);
        var undone = await host.Get<BulkDecider>().UndoAsync(result.ActId, "asha", SiteScope.Only(["demo"]), null, default);

        Assert.Equal((5, 2), (result.Decided, result.Conflicts));
        Assert.Equal(new BulkUndoResult(4, 0, 1), undone);
        Assert.Equal(("approved", "meera"), ((await CaseAsync(host, comments[0])).State, (await CaseAsync(host, comments[0])).DecidedBy));
        Assert.Equal(("approved", "meera"), ((await CaseAsync(host, comments[1])).State, (await CaseAsync(host, comments[1])).DecidedBy));
        Assert.Equal("held", (await CaseAsync(host, foreign)).State);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Undone_too_late_an_act_is_reversed(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comments = Enumerable.Range(0, 12).Select(_ => Samples.Comment("offer")).ToList();
        await FileAsync(host, comments);
        var result = await host.Get<BulkDecider>().DecideAllAsync(Reject("offer", 12, time.Now), "asha", SiteScope.All, null, default);
        time.Now += ModeratorDecision.TimeToUndo;
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Count() == 12, "all are published");

        var undone = await host.Get<BulkDecider>().UndoAsync(result.ActId, "meera", SiteScope.All, null, default);

        Assert.Equal(new BulkUndoResult(0, 12, 0), undone);
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.OfType<CommentHeld>().Count() == 12, "all reversals are published");
        Assert.Equal(24, host.Recorder.OfModerators.Count());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Two_acts_on_the_same_cases_share_them_without_a_quarrel(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime());
        var comments = Enumerable.Range(0, 300).Select(number => Samples.Comment($"offer {number}")).ToList();
        await FileAsync(host, comments);

        var results = await Task.WhenAll(new[] { "asha", "meera", "ravi" }.Select((moderator, number) => Task.Run(() => host.Get<BulkDecider>().DecideAllAsync(
            new BulkDecision
            {
                Picked = [.. comments.OrderBy(comment => (comment.CommentId, number).GetHashCode()).Select(comment => new SeenCase(comment.CommentId.ToString(), 1))],
                Decision = ModeratorDecision.Reject,
                ExpectedCount = 300,
                UndoWindow = ModeratorDecision.TimeToUndo,
            },
            moderator, SiteScope.All, null, default))));

        Assert.Equal((300, 600), (results.Sum(result => result.Decided), results.Sum(result => result.Conflicts)));
        Assert.Equal(300, results.SelectMany(result => result.Cases).Select(decided => decided.Id).Distinct().Count());
    }

    private static BulkDecision Reject(string phrase, long expected, DateTimeOffset seenAt) => new()
    {
        Query = new CaseQuery { Phrase = phrase, State = CaseStates.Approved },
        SeenAt = seenAt,
        Decision = ModeratorDecision.Spam,
        ExpectedCount = expected,
        UndoWindow = ModeratorDecision.TimeToUndo,
    };

    private static async Task FileAsync(DashboardHost host, List<CommentSubmitted> comments)
    {
        foreach (var comment in comments)
        {
            await host.PublishAsync(comment.Held());
        }

        await Eventually.TrueAsync(
            async () => (await host.Get<CaseReader>().GetAsync([.. comments.Select(comment => comment.CommentId)], SiteScope.All, default)).Count == comments.Count, "all are filed");
    }

    private static async Task<Case> CaseAsync(DashboardHost host, CommentSubmitted comment) =>
        Assert.Single(await host.Get<CaseReader>().GetAsync([comment.CommentId], SiteScope.All, default));

    private sealed class Progresses : IProgress<BulkProgress>
    {
        public List<BulkProgress> Seen { get; } = [];

        public void Report(BulkProgress value) => Seen.Add(value);
    }
}
