using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Moderation.Contracts;
using Moderation.Dashboard.Counts;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

public class DeskApiTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Lists_by_rule_label_language_page_age_and_order(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var first = Samples.Comment("first");
        var second = Samples.Comment("second", Samples.Noon.AddHours(1)) with { Language = "en" };
        await host.FileAsync(first.Held(verdict: Verdict(2)), second.Held(verdict: Verdict(9)), Samples.Comment("third", Samples.Noon.AddHours(2)).Rejected());

        Assert.Equal("first second", await BodiesAsync(""));
        Assert.Equal("second first", await BodiesAsync("order=riskiest"));
        Assert.Equal("second first", await BodiesAsync("rule=Offers&label=spam&order=Newest"));
        Assert.Equal("third second first", await BodiesAsync("state=all"));
        Assert.Equal("second", await BodiesAsync("language=en"));
        Assert.Equal("first second", await BodiesAsync("site=demo&page=page-1"));
        Assert.Equal("first", await BodiesAsync("until=2026-03-01T12:30:00Z"));
        Assert.Equal("second", await BodiesAsync("since=2026-03-01T18:00:00+05:30"));
        Assert.Equal("third", await BodiesAsync("state=all&q=third"));

        async Task<string> BodiesAsync(string query) =>
            string.Join(' ', (await program.GetCasesAsync(query))["items"]!.AsArray().Select(item => item!.String("body")));
    }

    [Theory]
    [InlineData("order=best", "order", "The order is 'oldest', 'riskiest', 'newest' or 'decided'.")]
    [InlineData("page=page-1", "page", "A page is one of a site: say which, as 'site'.")]
    [InlineData("since=yesterday", "since", "The time is ISO 8601, such as '2026-03-01T12:00:00Z'.")]
    [InlineData("rule=a%00b", "rule", "At most 200 characters, and no NUL among them.")]
    [InlineData("order=newest&cursor=MC8xLzAxOWYwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA", "cursor", "The cursor is the 'next' of an earlier answer in the same order.")]
    public async Task Says_what_is_wrong_with_a_filter(string query, string field, string sentence)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var program = host.Program();

        var answer = await program.GetAsync(new Uri($"/dashboard/api/comments?{query}", UriKind.Relative));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(sentence, (await answer.ReadAsync())["errors"]![field]![0]!.ToString());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Counts_what_waits_by_each_filter(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        await host.FileAsync(
            Samples.Comment().Held(verdict: Verdict(2)), (Samples.Comment(at: Samples.Noon.AddHours(-1)) with { Language = null }).Held(verdict: Verdict(2)),
            Samples.Comment(site: "other").Held(verdict: Verdict(2)), Samples.Comment().Approved(), Samples.Comment().Rejected());

        JsonNode? counts = null;
        await Eventually.TrueAsync(
            async () => (counts = await (await program.GetAsync(new Uri("/dashboard/api/counts", UriKind.Relative))).ReadAsync())["states"]!["held"]!.String("count") == "3"
                && counts!["states"]!["rejected"]!.String("count") == "1", "all are counted");

        Assert.Equal("""{"held":{"count":3,"isMore":false},"approved":{"count":1,"isMore":false},"rejected":{"count":1,"isMore":false}}""", counts!["states"]!.ToJsonString());
        Assert.Equal("""[{"value":"demo","count":2},{"value":"other","count":1}]""", counts["sites"]!.ToJsonString());
        Assert.Equal("""[{"value":"Offers","count":3}]""", counts["rules"]!.ToJsonString());
        Assert.Equal("""[{"value":"spam","count":3}]""", counts["labels"]!.ToJsonString());
        Assert.Equal("""[{"value":"hi","count":2},{"value":"und","count":1}]""", counts["languages"]!.ToJsonString());
        Assert.Equal(["demo page-1 एक लेख 2", "other page-1 एक लेख 1"], counts["pages"]!.AsArray().Select(page =>
            $"{page!.String("site")} {page!.String("id")} {page!.String("title")} {page!.String("count")}"));
        Assert.Equal("2026-03-01T11:00:00Z", counts!.String("oldestWaiting"));
        var own = await host.Get<CaseCounts>().ReadAsync(SiteScope.Only(["other"]), default);
        Assert.Equal((1, 1, 0), (own.Waiting, own.Rules.Single().Count, own.States["rejected"].Count));
        Assert.Equal("other", Assert.Single(own.Pages).Site);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Holds_decides_with_a_reason_and_takes_back(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment();
        await host.FileAsync(comment.Approved());

        var held = await DecisionTests.DecideAsync(program, new { id = comment.CommentId, decision = "hold" });
        var rejected = await DecisionTests.DecideAsync(program, new { id = comment.CommentId, decision = "reject", reason = "personal-data", undoSeconds = 60 });
        var undone = await UndoAsync(program, new { id = comment.CommentId, sequence = 3 });
        var again = await UndoAsync(program, new { id = comment.CommentId, sequence = 3 });

        Assert.Equal(("decided", "held", "2"), (held.String("result"), held.String("state"), held.String("sequence")));
        Assert.Equal(("decided", "rejected", "3"), (rejected.String("result"), rejected.String("state"), rejected.String("sequence")));
        Assert.Equal($$"""{"id":"{{comment.CommentId}}","result":"undone","state":"held","decidedBy":"api","sequence":4}""", undone.ToJsonString());
        Assert.Equal("conflict", again.String("result"));
        var history = (await program.FindCaseAsync(comment.CommentId))!["history"]!.AsArray();
        Assert.Equal(["approve", "hold", "reject", "undo"], history.Select(past => past!.String("decision")));
        Assert.Equal(("personal-data", "3"), (history[2]!.String("reason"), history[3]!.String("undoes")));
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "that it is held is published");
        Assert.IsType<CommentHeld>(host.Recorder.OfModerators.Single());
    }

    [Theory]
    [InlineData("decisions", """{"decisions":[{"id":"019f0000-0000-7000-8000-000000000000","decision":"reject","reason":"mood"}]}""",
        "The reason is one of 'off-topic', 'abusive', 'spam', 'personal-data', 'illegal', 'duplicate', 'other'.")]
    [InlineData("decisions", """{"decisions":[{"id":"019f0000-0000-7000-8000-000000000000","decision":"reject","undoSeconds":61}]}""",
        "A decision can wait for 0 to 60 seconds before it is handed on.")]
    [InlineData("undo", """{"decisions":[]}""", "Send 1 to 500 decisions.")]
    [InlineData("undo", """{"decisions":[{"id":"019f0000-0000-7000-8000-000000000000"}]}""", "The sequence is that of the decision to take back, 1 or more.")]
    [InlineData("undo", """{"decisions":[{"id":"019f0000-0000-7000-8000-000000000000","sequence":2},{"id":"019F0000-0000-7000-8000-000000000000","sequence":3}]}""",
        "Each comment is there once.")]
    public async Task Says_what_is_wrong_with_a_decision(string what, string body, string sentence)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var program = host.Program();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await program.PostAsync(new Uri($"/dashboard/api/{what}", UriKind.Relative), content);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(sentence, (await answer.ReadAsync()).String("detail"));
    }

    private static async Task<JsonNode> UndoAsync(HttpClient client, object decision)
    {
        var answer = await client.PostAsJsonAsync("/dashboard/api/undo", new { decisions = new[] { decision } });
        Assert.Equal(200, (int)answer.StatusCode);
        return (await answer.ReadAsync())["results"]!.AsArray().Single()!;
    }

    private static Verdict Verdict(double score) => Samples.Verdict(
        score, new Finding { Rule = "Offers", Score = score, Reason = "An offer.", Labels = [Labels.Spam], Spans = [] });
}
