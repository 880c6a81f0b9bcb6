using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Moderation.Contracts;

namespace Moderation.Dashboard.Tests;

public class DecisionTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decision_is_answered_kept_and_published(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment("नमस्ते 🙏");
        await host.FileAsync(comment.Held(verdict: Samples.Verdict(7)));

        var result = await DecideAsync(program, new { id = comment.CommentId, decision = "approve", sequence = 1, note = "fine" });

        Assert.Equal($$"""{"id":"{{comment.CommentId}}","result":"decided","state":"approved","decidedBy":"api","sequence":2}""", result.ToJsonString());
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the decision is published");
        var published = Assert.IsType<CommentApproved>(host.Recorder.OfModerators.Single());
        Assert.Equal((2, "api", 7d), (published.Sequence, published.DecidedBy, published.Verdict.Score));
        Assert.Equal(comment, published.Comment);
        var filed = (await program.FindCaseAsync(comment.CommentId))!;
        Assert.Equal(("approved", "2"), (filed.String("state"), filed.String("sequence")));
        Assert.Equal(["hold", "approve"], filed["history"]!.AsArray().Select(past => past!.String("decision")));
        Assert.Equal("fine", filed["history"]![1]!.String("note"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Spam_is_a_rejection_that_says_so_in_the_history(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());

        var result = await DecideAsync(program, new { id = comment.CommentId, decision = "spam" });

        Assert.Equal("rejected", result.String("state"));
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the decision is published");
        Assert.IsType<CommentRejected>(host.Recorder.OfModerators.Single());
        Assert.Equal("spam", (await program.FindCaseAsync(comment.CommentId))!["history"]![1]!.String("decision"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decision_can_be_turned_round_with_the_sequence(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment();
        await host.FileAsync(comment.Approved());

        var result = await DecideAsync(program, new { id = comment.CommentId, decision = "reject", sequence = 1 });

        Assert.Equal(("decided", "rejected", "2"), (result.String("result"), result.String("state"), result.String("sequence")));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Without_a_sequence_only_a_held_case_is_decided(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment();
        await host.FileAsync(comment.Approved());

        var result = await DecideAsync(program, new { id = comment.CommentId, decision = "reject" });

        Assert.Equal($$"""{"id":"{{comment.CommentId}}","result":"conflict","state":"approved","decidedBy":"rules","sequence":1}""", result.ToJsonString());
        Assert.Equal("approved", (await program.FindCaseAsync(comment.CommentId))!.String("state"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_two_moderators_at_once_one_decides_and_the_other_is_told_who(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        using var moderator = host.Browser();
        await SignIn.AsAdminAsync(moderator);
        moderator.DefaultRequestHeaders.Add("X-Requested-With", "test");
        for (var round = 0; round < 10; round++)
        {
            var comment = Samples.Comment();
            await host.FileAsync(comment.Held());

            var results = await Task.WhenAll(
                DecideAsync(program, new { id = comment.CommentId, decision = "approve", sequence = 1 }),
                DecideAsync(moderator, new { id = comment.CommentId, decision = "reject", sequence = 1 }));

            var winner = Assert.Single(results, result => result.String("result") == "decided");
            var loser = Assert.Single(results, result => result.String("result") == "conflict");
            Assert.Equal(winner == results[0] ? "api" : "admin", winner.String("decidedBy"));
            Assert.Equal(winner.String("decidedBy"), loser.String("decidedBy"));
            Assert.Equal(winner.String("state"), loser.String("state"));
            Assert.Equal("2", loser.String("sequence"));
        }

        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Count() == 10, "each was published once");
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Answers_many_decisions_in_their_order(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var (held, approved, nowhere) = (Samples.Comment(), Samples.Comment(), Guid.CreateVersion7());
        await host.FileAsync(held.Held(), approved.Approved());

        var answer = await program.PostAsJsonAsync("/dashboard/api/decisions", new
        {
            decisions = new[]
            {
                new { id = nowhere, decision = "approve" },
                new { id = held.CommentId, decision = "reject" },
                new { id = held.CommentId, decision = "approve" },
                new { id = approved.CommentId, decision = "approve" },
            },
        });

        var results = (await answer.ReadAsync())["results"]!.AsArray();
        Assert.Equal(["unknown", "decided", "conflict", "conflict"], results.Select(result => result!.String("result")));
        Assert.Equal(
            $$"""{"id":"{{nowhere}}","result":"unknown","state":null,"decidedBy":null,"sequence":null}""", results[0]!.ToJsonString());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_late_verdict_of_the_rules_does_not_undo_a_moderator(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var (comment, other) = (Samples.Comment(), Samples.Comment());
        await host.FileAsync(comment.Held());
        await DecideAsync(program, new { id = comment.CommentId, decision = "approve" });

        await host.PublishAsync(comment.Rejected(at: Samples.Noon));
        await Eventually.TrueAsync(
            async () => (await program.FindCaseAsync(comment.CommentId))!["history"]![0]!.String("decision") == "reject", "the earlier verdict is in the history");

        Assert.Equal("approved", (await program.FindCaseAsync(comment.CommentId))!.String("state"));
    }

    internal static async Task<JsonNode> DecideAsync(HttpClient client, object decision)
    {
        var answer = await client.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = new[] { decision } });
        Assert.Equal(200, (int)answer.StatusCode);
        return (await answer.ReadAsync())["results"]!.AsArray().Single()!;
    }
}
