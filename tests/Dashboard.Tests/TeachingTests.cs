using MassTransit;
using Moderation.Contracts;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

/// <summary>What moderators' decisions teach, as it leaves the desk.</summary>
public class TeachingTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory]
    [InlineData("approve", null, "", false, false)]
    [InlineData("spam", null, "abuse", null, true)]
    [InlineData("reject", "abusive", "spam", true, null)]
    [InlineData("reject", "illegal", "", true, null)]
    [InlineData("reject", "spam", "abuse", null, true)]
    [InlineData("reject", "off-topic", "abuse", null, null)]
    [InlineData("reject", "duplicate", "spam", null, null)]
    [InlineData("reject", "personal-data", "contact", null, null)]
    [InlineData("reject", "other", "abuse", null, null)]
    [InlineData("reject", null, "", true, null)]
    [InlineData("reject", null, "links promotion", null, true)]
    [InlineData("reject", null, "links new-author", null, true)]
    [InlineData("reject", null, "new-author", true, null)]
    [InlineData("reject", null, "links profanity", true, null)]
    [InlineData("hold", null, "abuse", null, null)]
    public void Says_what_the_moderator_found(string decision, string? reason, string labels, bool? isAbuse, bool? isSpam)
    {
        var finding = new Finding { Rule = "Any", Score = 5, Reason = "Any.", Labels = labels.Split(' ', StringSplitOptions.RemoveEmptyEntries), Spans = [] };
        var decided = Samples.Comment().Rejected(2, by: "asha") with { Verdict = Samples.Verdict(5, finding) };

        var lesson = Teaching.Of(decided, new MadeDecision(decision, reason, "asha"))!;

        Assert.Equal((isAbuse, isSpam, 2, "asha", decided.DecidedAt), (lesson.IsAbuse, lesson.IsSpam, lesson.Sequence, lesson.DecidedBy, lesson.DecidedAt));
        Assert.Equal(decided.Comment, lesson.Comment);
    }

    [Theory]
    [InlineData("reject", IDecision.Rules)]
    [InlineData("approve", IDecision.Import)]
    [InlineData("erase", "author")]
    public void Nothing_is_taught_by_what_no_moderator_decided(string decision, string by) =>
        Assert.Null(Teaching.Of(Samples.Comment().Rejected(by: by), new MadeDecision(decision, null, by)));

    [Theory, MemberData(nameof(Stores))]
    public async Task Is_told_beside_the_decision_and_not_for_what_rules_decide(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var (comment, other) = (Samples.Comment(email: "asha@example.com"), Samples.Comment());
        await host.FileAsync(comment.Held(), other.Approved());

        await UndoTests.DecideAsync(host, comment, "spam", window: TimeSpan.Zero);
        await Eventually.TrueAsync(() => !host.Recorder.Lessons.IsEmpty, "the lesson is told");

        var lesson = host.Recorder.Lessons.Single();
        Assert.Equal((comment, 2, null, true, "asha"), (lesson.Comment, lesson.Sequence, lesson.IsAbuse, lesson.IsSpam, lesson.DecidedBy));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Undone_in_time_teaches_nothing(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime());
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());

        await UndoTests.DecideAsync(host, comment, "approve");
        await UndoAsync(host, comment, 2);
        await UndoTests.ProveThatTheRelayHasLookedAsync(host);

        Assert.DoesNotContain(host.Recorder.Lessons, lesson => lesson.Comment.CommentId == comment.CommentId);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Whoever_takes_a_decision_back_teaches_again_what_stood_before(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Rejected());

        // The rules' own rejection teaches nothing, neither does going back to it; going back to a reason brings it back.
        await UndoTests.DecideAsync(host, comment, "approve", seen: 1, window: TimeSpan.Zero);
        await TaughtAsync(host, 2, (false, false));
        await UndoAsync(host, comment, 2);
        await TaughtAsync(host, 3, (null, null));
        await host.Get<Decider>().DecideAsync(
            new ModeratorDecision { CommentId = comment.CommentId, Decision = "reject", Reason = "off-topic", Sequence = 3 }, "asha", SiteScope.All, default);
        await TaughtAsync(host, 4, (null, null));
        await UndoTests.DecideAsync(host, comment, "spam", seen: 4, window: TimeSpan.Zero);
        await TaughtAsync(host, 5, (null, true));
        await UndoTests.DecideAsync(host, comment, "approve", seen: 5, window: TimeSpan.Zero);
        await TaughtAsync(host, 6, (false, false));
        await UndoAsync(host, comment, 6);
        await TaughtAsync(host, 7, (null, true));
        await UndoAsync(host, comment, 7);
        await TaughtAsync(host, 8, (false, false));
        await UndoTests.DecideAsync(host, comment, "hold", seen: 8, window: TimeSpan.Zero);
        await TaughtAsync(host, 9, (null, null));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decision_whose_lesson_the_bus_did_not_take_is_told_again_with_it(string store)
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        var refusing = host.Get<IBus>().ConnectPublishObserver(new RefuseLessons());

        await UndoTests.DecideAsync(host, comment, "approve", window: TimeSpan.Zero);
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the decision is published");
        var due = await host.Get<Outbox>().DueInAsync(default);
        refusing.Disconnect();
        time.Now += Outbox.Lease;

        Assert.NotNull(due);
        await Eventually.TrueAsync(() => !host.Recorder.Lessons.IsEmpty, "the lesson is told");
        await Eventually.TrueAsync(async () => await host.Get<Outbox>().DueInAsync(default) is null, "both are marked as published");
        Assert.All(host.Recorder.OfModerators, decision => Assert.Equal((comment.CommentId, 2), (decision.Comment.CommentId, decision.Sequence)));
    }

    private static Task<DecisionResult> UndoAsync(DashboardHost host, CommentSubmitted comment, long sequence) =>
        host.Get<DecisionUndo>().UndoAsync(comment.CommentId, sequence, "asha", SiteScope.All, default);

    private static async Task TaughtAsync(DashboardHost host, long sequence, (bool? IsAbuse, bool? IsSpam) expected)
    {
        await Eventually.TrueAsync(() => host.Recorder.Lessons.Any(lesson => lesson.Sequence == sequence), $"lesson {sequence} is told");
        var lesson = host.Recorder.Lessons.Single(lesson => lesson.Sequence == sequence);
        Assert.Equal(expected, (lesson.IsAbuse, lesson.IsSpam));
    }

    private sealed class RefuseLessons : IPublishObserver
    {
        public Task PrePublish<T>(PublishContext<T> context)
            where T : class => context is PublishContext<CommentTaught> ? throw new InvalidOperationException("Not now.") : Task.CompletedTask;

        public Task PostPublish<T>(PublishContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PublishFault<T>(PublishContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
