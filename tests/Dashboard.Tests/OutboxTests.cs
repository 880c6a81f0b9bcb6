using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Moderation.Contracts;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard.Tests;

public class OutboxTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decision_that_the_bus_never_got_is_published_at_the_next_start(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var comment = Samples.Comment();
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            await before.FileAsync(comment.Held());
        }

        // Nobody relays now, as when a process dies right after its answer.
        var result = await DecideWithoutRelayAsync(databases, comment);
        await using var host = await DashboardHost.StartAsync(databases, replay: TimeSpan.Zero);

        Assert.Equal("decided", result.Result);
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the decision is published");
        Assert.Equal(2, Assert.IsType<CommentRejected>(host.Recorder.OfModerators.Single()).Sequence);
        await Eventually.TrueAsync(async () => await UnpublishedAsync(host.Database) == 0, "it is marked as published");
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_published_decision_is_published_again_at_a_start_within_the_window_only(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var (old, recent) = (Samples.Comment(), Samples.Comment());
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            using var program = before.Program();
            await before.FileAsync(old.Held(), recent.Held());
            await DecisionTests.DecideAsync(program, new { id = old.CommentId, decision = "approve" });
            await DecisionTests.DecideAsync(program, new { id = recent.CommentId, decision = "approve" });
            await Eventually.TrueAsync(async () => await UnpublishedAsync(before.Database) == 0, "both are published");
            await using var connection = await before.Database.OpenConnectionAsync();
            // A month goes by before the next start: the window ends with the last decision.
            await connection.ExecuteAsync(
                "UPDATE decisions SET decided_at = decided_at - @month - CASE WHEN comment_id = @id THEN 700000 ELSE 0 END WHERE sequence = 2",
                new { month = (long)TimeSpan.FromDays(30).TotalMilliseconds, id = old.CommentId.ToString() });
        }

        await using var host = await DashboardHost.StartAsync(databases);

        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the recent decision is published again");
        await Eventually.TrueAsync(async () => await UnpublishedAsync(host.Database) == 0, "it is marked as published");
        Assert.Equal(recent.CommentId, host.Recorder.OfModerators.Single().Comment.CommentId);
        Assert.DoesNotContain(host.Recorder.Heard, decision => decision.DecidedBy == IDecision.Rules);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_several_instances_one_takes_a_decision_until_its_lease_is_over(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var comments = Enumerable.Range(0, 20).Select(_ => Samples.Comment()).ToList();
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            await before.FileAsync([.. comments.Select(comment => comment.Held())]);
        }

        foreach (var comment in comments)
        {
            await DecideWithoutRelayAsync(databases, comment);
        }

        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        var instances = Enumerable.Range(0, 8).Select(_ => new Outbox(databases().Source("dashboard"), time)).ToList();
        var claims = await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.ClaimAsync(5, default))));
        var claimed = claims.SelectMany(claim => claim).Select(due => due.Decision.Comment.CommentId).ToList();
        while (await instances[0].ClaimAsync(100, default) is { Count: > 0 } rest)
        {
            claimed.AddRange(rest.Select(due => due.Decision.Comment.CommentId));
        }

        time.Now += Outbox.Lease;
        var afterTheLease = await instances[1].ClaimAsync(100, default);

        Assert.Equal(comments.Select(comment => comment.CommentId).Order(), claimed.Order());
        Assert.Equal(20, afterTheLease.Count);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Counts_what_the_bus_has_not_taken_for_a_while(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var comment = Samples.Comment();
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            await before.FileAsync(comment.Held());
        }

        await DecideWithoutRelayAsync(databases, comment);
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        var outbox = new Outbox(databases().Source("dashboard"), time);

        Assert.Equal(0, await outbox.CountOlderThanAsync(TimeSpan.FromMinutes(1), default));
        time.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await outbox.CountOlderThanAsync(TimeSpan.FromMinutes(1), default));
    }

    private static async Task<DecisionResult> DecideWithoutRelayAsync(Func<IDatabases> databases, CommentSubmitted comment)
    {
        using var unheard = new OutboxSignal();
        var decider = new Decider(databases().Source("dashboard"), unheard, TimeProvider.System, NullLogger<Decider>.Instance);
        return await decider.DecideAsync(new ModeratorDecision { CommentId = comment.CommentId, Decision = "reject" }, "admin", SiteScope.All, default);
    }

    private static async Task<long> UnpublishedAsync(DbDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM decisions WHERE published_at IS NULL");
    }
}
