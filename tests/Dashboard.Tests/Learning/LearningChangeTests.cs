using System.Net;
using Dapper;
using Moderation.Contracts;

namespace Moderation.Dashboard.Tests.Learning;

/// <summary>What admins ask the learner for: written down, told to the learner, and waited for.</summary>
public class LearningChangeTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Going_back_is_told_to_the_learner_and_to_the_audit_and_waited_for(string store)
    {
        var time = new StoppedTime();
        await using var system = await LearningSystem.StartAsync(store, time);
        var report = Reports.Mixed(time.Now.AddMinutes(-5));
        await system.LeaveAsync(report);

        using var answer = await system.AskAsync(new { site = "demo", change = "go-back", version = 9 });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.ReadAsync()).String("id");
        await Eventually.TrueAsync(() => system.Heard.Count == 1, "the learner hears of it");
        var heard = Assert.Single(system.Heard);
        Assert.Equal((id, "demo", LearningChange.GoBack, 9, null, "api"), (heard.RequestId.ToString(), heard.SiteId, heard.Change, heard.Version, heard.Moderator, heard.RequestedBy));
        Assert.Equal(["api learning-go-back learning demo: version 17 > version 9"], await EntriesAsync(system));
        var waiting = Assert.Single((await system.ReadAsync())["waiting"]!.AsArray())!;
        Assert.Equal((id, "go-back", "9", "api"), (waiting.String("id"), waiting.String("change"), waiting.String("version"), waiting.String("requestedBy")));

        await system.LeaveAsync(report with { Version = 18, Versions = [new(18, time.Now, 700, "went-back", "api", .9, .9), .. report.Versions] });

        Assert.Empty((await system.ReadAsync())["waiting"]!.AsArray());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_moderator_is_left_out_and_taken_in_again(string store)
    {
        var time = new StoppedTime();
        await using var system = await LearningSystem.StartAsync(store, time);
        var report = Reports.Mixed(time.Now);
        await system.LeaveAsync(report);

        using var left = await system.AskAsync(new { site = "demo", change = "leave-out", moderator = "vikram" });
        Assert.Single((await system.ReadAsync())["waiting"]!.AsArray());
        await system.LeaveAsync(report.With(new("vikram", 300, 280, 0, .31, true)));
        Assert.Empty((await system.ReadAsync())["waiting"]!.AsArray());
        time.Now += TimeSpan.FromSeconds(5);
        using var taken = await system.AskAsync(new { site = "demo", change = "take-in", moderator = "vikram" });
        Assert.Equal("take-in", Assert.Single((await system.ReadAsync())["waiting"]!.AsArray())!.String("change"));
        await system.LeaveAsync(report);

        // The older wish, which the report does not show any more, is not waited for again.
        Assert.Empty((await system.ReadAsync())["waiting"]!.AsArray());
        await Eventually.TrueAsync(() => system.Heard.Count == 2, "the learner hears of both");
        Assert.Equal(
            [(LearningChange.LeaveOut, "vikram", null), (LearningChange.TakeIn, "vikram", null)],
            system.Heard.Select(change => (change.Change, change.Moderator, change.Version)));
        Assert.Equal(
            ["api learning-leave-out learning demo: version 17 vikram", "api learning-take-in learning demo: version 17 vikram"], await EntriesAsync(system));
    }

    [Fact]
    public async Task A_learner_that_goes_on_without_a_change_is_not_waited_for_and_one_that_does_nothing_is_silent()
    {
        var time = new StoppedTime();
        await using var system = await LearningSystem.StartAsync(time: time);
        var report = Reports.Mixed(time.Now);
        await system.LeaveAsync(report);
        using var asked = await system.AskAsync(new { site = "demo", change = "go-back", version = 9 });
        await Eventually.TrueAsync(() => system.Heard.Count == 1, "the learner hears of it");
        Assert.False((bool)(await system.ReadAsync())["isSilent"]!);

        time.Now += TimeSpan.FromMinutes(1);
        await Eventually.TrueAsync(async () => (bool)(await system.ReadAsync())["isSilent"]!, "the silence is noticed");

        await system.LeaveAsync(report with { Version = 18, At = time.Now });
        var answer = await system.ReadAsync();
        Assert.Empty(answer["waiting"]!.AsArray());
        Assert.False((bool)answer["isSilent"]!);
    }

    [Fact]
    public async Task A_version_of_several_changes_at_once_shows_all_of_them()
    {
        var time = new StoppedTime();
        await using var system = await LearningSystem.StartAsync(time: time);
        var report = Reports.Mixed(time.Now);
        await system.LeaveAsync(report);
        using var back = await system.AskAsync(new { site = "demo", change = "go-back", version = 9 });
        using var left = await system.AskAsync(new { site = "demo", change = "leave-out", moderator = "vikram" });
        Assert.Equal(2, (await system.ReadAsync())["waiting"]!.AsArray().Count);

        // The learner was down meanwhile, and names the last of them.
        var now = time.Now.AddSeconds(20);
        await system.LeaveAsync(report.With(new("vikram", 300, 280, 0, null, true)) with { Version = 18, At = now, Versions = [new(18, now, 700, "left-out", "api", .9, .9), .. report.Versions] });

        Assert.Empty((await system.ReadAsync())["waiting"]!.AsArray());
    }

    [Fact]
    public async Task Decisions_that_are_not_in_the_report_for_minutes_tell_of_a_silent_learner()
    {
        var time = new StoppedTime();
        await using var system = await LearningSystem.StartAsync(time: time);
        using var program = system.Host.Program();
        var report = Reports.Mixed(time.Now.AddHours(-3));
        await system.LeaveAsync(report);
        Assert.False((bool)(await system.ReadAsync())["isSilent"]!);
        var comments = Enumerable.Range(0, 5).Select(_ => Samples.Comment()).ToList();
        await system.Host.FileAsync([.. comments.Select(comment => comment.Held())]);
        await program.DecideAsync([.. comments.Select(comment => comment.CommentId)]);
        await using var connection = await system.Host.Database.OpenConnectionAsync();
        await Eventually.TrueAsync(
            async () => await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM decisions WHERE sequence = 2 AND published_at IS NOT NULL") == 5, "all are handed on");

        time.Now += TimeSpan.FromMinutes(3);
        Assert.True((bool)(await system.ReadAsync())["isSilent"]!);

        await system.LeaveAsync(report with { At = time.Now });
        Assert.False((bool)(await system.ReadAsync())["isSilent"]!);
    }

    // Sealed or not yet.
    private static async Task<List<string>> EntriesAsync(LearningSystem system)
    {
        await using var connection = await system.Host.Database.OpenConnectionAsync();
        var entries = await connection.QueryAsync(
            """
            SELECT id, who, what, kind, subject, state_before AS before, state_after AS after, detail FROM audit_entries WHERE kind = 'learning'
            UNION ALL SELECT id, who, what, kind, subject, state_before, state_after, detail FROM audit_unsealed WHERE kind = 'learning' ORDER BY id
            """);
        return [.. entries.Select(entry => $"{entry.who} {entry.what} {entry.kind} {entry.subject}: {entry.before}{(entry.after is null ? "" : $" > {entry.after}")}{(entry.detail is null ? "" : $" {entry.detail}")}")];
    }
}
