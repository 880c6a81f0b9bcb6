using Dapper;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

public class UndoTests
{
    private static readonly TimeSpan _window = ModeratorDecision.TimeToUndo;

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Undone_in_time_nobody_outside_ever_hears_of_a_decision(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());

        var decided = await DecideAsync(host, comment, "approve");
        var between = await CaseAsync(host, comment);
        time.Now += _window - TimeSpan.FromMilliseconds(1);
        var undone = await UndoAsync(host, comment, 2);
        time.Now += _window;
        await ProveThatTheRelayHasLookedAsync(host);

        Assert.Equal(("decided", "approved", time.Now - _window + TimeSpan.FromMilliseconds(1)), (decided.Result, decided.State, decided.ReleaseAt));
        Assert.Equal(("approved", 2), (between.State, between.Sequence));
        Assert.Equal(("undone", "held", "rules", 3), (undone.Result, undone.State, undone.DecidedBy, undone.Sequence));
        var after = await CaseAsync(host, comment);
        Assert.Equal(("held", 3, "rules", comment.SubmittedAt.AddSeconds(1)), (after.State, after.Sequence, after.DecidedBy, after.DecidedAt));
        Assert.Equal(["hold rules", "approve asha", "undo asha"], after.History.Select(past => $"{past.Decision} {past.DecidedBy}"));
        Assert.Equal([false, true, true], after.History.Select(past => past.IsWithdrawn));
        Assert.Equal(2, after.History[2].Undoes);
        Assert.DoesNotContain(host.Recorder.OfModerators, decision => decision.Comment.CommentId == comment.CommentId);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_audit_tells_of_a_decision_and_of_its_undoing(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime());
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await DecideAsync(host, comment, "approve");
        await UndoAsync(host, comment, 2);

        await using var connection = await host.Database.OpenConnectionAsync();
        var told = await connection.QueryAsync<string>(
            """
            SELECT who || ' ' || what || ' ' || COALESCE(state_before, '-') || ' ' || state_after || ' ' || COALESCE(detail, '') FROM (
                SELECT id, who, what, state_before, state_after, detail, subject FROM audit_unsealed
                UNION SELECT id, who, what, state_before, state_after, detail, subject FROM audit_entries) AS told
            WHERE subject = @id AND who = 'asha' ORDER BY what
            """,
            new { id = comment.CommentId.ToString() });

        Assert.Equal(["asha approve held approved ", "asha undo approved held undoes 2"], told);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decision_leaves_by_itself_when_its_window_is_over(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());

        var decided = await DecideAsync(host, comment, "approve", window: TimeSpan.FromSeconds(3));
        var due = await host.Get<Outbox>().DueInAsync(default);
        var early = host.Recorder.OfModerators.Count();
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the decision is published");

        Assert.Equal(0, early);
        Assert.InRange(due!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.True(decided.ReleaseAt <= TimeProvider.System.GetUtcNow());
        Assert.IsType<CommentApproved>(host.Recorder.OfModerators.Single());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_relay_knows_when_the_next_decision_is_due_on_whatever_instance_it_was_made(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var time = new StoppedTime();
        await using var here = await DashboardHost.StartAsync(databases, time);
        await using var there = await DashboardHost.StartAsync(databases, time);
        var comment = Samples.Comment();
        await here.FileAsync(comment.Held());

        var none = await there.Get<Outbox>().DueInAsync(default);
        await DecideAsync(here, comment, "approve");
        time.Now += TimeSpan.FromSeconds(4);

        Assert.Null(none);
        Assert.Equal(_window - TimeSpan.FromSeconds(4), await there.Get<Outbox>().DueInAsync(default));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Too_late_to_be_undone_it_is_reversed_by_a_decision_that_everybody_hears(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await DecideAsync(host, comment, "reject");
        time.Now += _window;
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the decision is published");

        var undone = await UndoAsync(host, comment, 2, "meera");

        Assert.Equal(("reversed", "held", "meera", 3), (undone.Result, undone.State, undone.DecidedBy, undone.Sequence));
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Count() == 2, "the reversal is published");
        var held = Assert.IsType<CommentHeld>(host.Recorder.OfModerators.Last());
        Assert.Equal((3, "meera", comment), (held.Sequence, held.DecidedBy, held.Comment));
        Assert.Equal(2, (await CaseAsync(host, comment)).History[2].Undoes);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decision_is_undone_once(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime());
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await DecideAsync(host, comment, "approve");

        var both = await Task.WhenAll(UndoAsync(host, comment, 2), UndoAsync(host, comment, 2));
        var third = await UndoAsync(host, comment, 3);

        Assert.Equal(["conflict", "undone"], both.Select(result => result.Result).Order());
        Assert.Equal(("conflict", "held", 3), (third.Result, third.State, third.Sequence));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_somebody_changed_meanwhile_is_not_undone(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime());
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await DecideAsync(host, comment, "approve");
        await DecideAsync(host, comment, "reject", "meera", seen: 2);

        var late = await UndoAsync(host, comment, 2);

        Assert.Equal(("conflict", "rejected", "meera", 3), (late.Result, late.State, late.DecidedBy, late.Sequence));
        Assert.Equal("rejected", (await CaseAsync(host, comment)).State);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_newer_decision_keeps_the_one_before_from_getting_out(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await DecideAsync(host, comment, "approve");
        await DecideAsync(host, comment, "reject", "meera", seen: 2);

        time.Now += _window;
        await ProveThatTheRelayHasLookedAsync(host);

        var published = host.Recorder.OfModerators.Where(decision => decision.Comment.CommentId == comment.CommentId);
        Assert.Equal((3, "meera"), (Assert.IsType<CommentRejected>(Assert.Single(published)).Sequence, published.Single().DecidedBy));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Going_back_to_a_decision_that_never_got_out_hands_it_on(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await DecideAsync(host, comment, "approve");
        await DecideAsync(host, comment, "reject", "meera", seen: 2);

        var undone = await UndoAsync(host, comment, 3, "meera");

        Assert.Equal(("reversed", "approved", 4), (undone.Result, undone.State, undone.Sequence));
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the approval is published");
        Assert.Equal(4, Assert.IsType<CommentApproved>(host.Recorder.OfModerators.Single()).Sequence);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_an_undo_and_the_release_one_is_first_and_both_say_so(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comments = Enumerable.Range(0, 30).Select(_ => Samples.Comment()).ToList();
        await host.FileAsync([.. comments.Select(comment => comment.Held())]);
        var outcomes = new Dictionary<Guid, string>();

        foreach (var comment in comments)
        {
            await DecideAsync(host, comment, "approve", window: TimeSpan.FromMilliseconds(15));
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1 + (outcomes.Count % 30)));
            await tick.WaitForNextTickAsync();
            outcomes[comment.CommentId] = (await UndoAsync(host, comment, 2)).Result;
        }

        Assert.All(outcomes.Values, result => Assert.Contains(result, new[] { "undone", "reversed" }));
        var reversed = outcomes.Where(outcome => outcome.Value == "reversed").Select(outcome => outcome.Key).ToList();
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Count(decision => decision.Sequence == 3) == reversed.Count, "reversals are published");
        Assert.Equal(
            reversed.Order(),
            host.Recorder.OfModerators.Where(decision => decision is CommentApproved).Select(decision => decision.Comment.CommentId).Order());
        foreach (var comment in comments)
        {
            Assert.Equal(("held", 3), ((await CaseAsync(host, comment)).State, (await CaseAsync(host, comment)).Sequence));
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Another_instance_releases_what_an_instance_left_behind(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var comment = Samples.Comment();
        await using (var first = await DashboardHost.StartAsync(databases))
        {
            await first.FileAsync(comment.Held());
            await DecideAsync(first, comment, "approve", window: TimeSpan.FromSeconds(1));
        }

        await using var second = await DashboardHost.StartAsync(databases, replay: TimeSpan.Zero);

        await Eventually.TrueAsync(() => second.Recorder.OfModerators.Any(), "the decision is published");
        Assert.IsType<CommentApproved>(second.Recorder.OfModerators.Single());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_restart_sends_nothing_again_that_was_undone_or_may_still_be(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var time = new StoppedTime();
        var (undone, open, sent) = (Samples.Comment(), Samples.Comment(), Samples.Comment());
        await using (var before = await DashboardHost.StartAsync(databases, time))
        {
            await before.FileAsync(undone.Held(), open.Held(), sent.Held());
            await DecideAsync(before, undone, "approve");
            await UndoAsync(before, undone, 2);
            await DecideAsync(before, open, "approve");
            await DecideAsync(before, sent, "approve", window: TimeSpan.Zero);
            await Eventually.TrueAsync(() => before.Recorder.OfModerators.Any(), "one is published");
        }

        await using var host = await DashboardHost.StartAsync(databases, time, replay: TimeSpan.FromMinutes(10));
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "that one is sent again");
        await ProveThatTheRelayHasLookedAsync(host);

        Assert.Equal(sent.CommentId, host.Recorder.OfModerators.Select(decision => decision.Comment.CommentId).First());
        Assert.DoesNotContain(host.Recorder.OfModerators, decision => decision.Comment.CommentId == undone.CommentId || decision.Comment.CommentId == open.CommentId);
        Assert.Equal("undone", (await UndoAsync(host, open, 2)).Result);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_the_rules_decided_is_not_there_to_be_undone_nor_is_a_case_of_another_site(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime());
        var (comment, foreign) = (Samples.Comment(), Samples.Comment(site: "other"));
        await host.FileAsync(comment.Held(), foreign.Held());
        await DecideAsync(host, foreign, "approve");
        var undo = host.Get<DecisionUndo>();

        Assert.Equal("conflict", (await undo.UndoAsync(comment.CommentId, 1, "asha", SiteScope.All, default)).Result);
        Assert.Equal("unknown", (await undo.UndoAsync(foreign.CommentId, 2, "asha", SiteScope.Only(["demo"]), default)).Result);
        Assert.Equal("unknown", (await undo.UndoAsync(Guid.CreateVersion7(), 2, "asha", SiteScope.All, default)).Result);
        Assert.Equal("undone", (await undo.UndoAsync(foreign.CommentId, 2, "asha", SiteScope.Only(["demo", "other"]), default)).Result);
    }

    internal static Task<DecisionResult> DecideAsync(
        DashboardHost host, CommentSubmitted comment, string decision, string moderator = "asha", long? seen = null, TimeSpan? window = null) =>
        host.Get<Decider>().DecideAsync(
            new ModeratorDecision { CommentId = comment.CommentId, Decision = decision, Sequence = seen, UndoWindow = window ?? _window }, moderator, SiteScope.All, default);

    private static Task<DecisionResult> UndoAsync(DashboardHost host, CommentSubmitted comment, long sequence, string moderator = "asha") =>
        host.Get<DecisionUndo>().UndoAsync(comment.CommentId, sequence, moderator, SiteScope.All, default);

    private static async Task<Case> CaseAsync(DashboardHost host, CommentSubmitted comment) =>
        Assert.Single(await host.Get<CaseReader>().GetAsync([comment.CommentId], SiteScope.All, default));

    // What was due before the first of them has left before the second.
    internal static async Task ProveThatTheRelayHasLookedAsync(DashboardHost host)
    {
        for (var witnesses = 1; witnesses <= 2; witnesses++)
        {
            var witness = Samples.Comment();
            await host.FileAsync(witness.Held());
            await DecideAsync(host, witness, "reject", "witness", window: TimeSpan.Zero);
            await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(decision => decision.Comment.CommentId == witness.CommentId), "the relay has looked");
        }
    }
}
