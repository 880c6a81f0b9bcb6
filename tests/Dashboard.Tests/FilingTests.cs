using System.Globalization;
using System.Text.Json.Nodes;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Tests;

public class FilingTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Files_a_held_comment_with_everything_that_was_found(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment("एक 😀 कड़ी", email: "reader@example.com") with { ParentId = Guid.CreateVersion7() };
        var finding = new Finding
        {
            Rule = "TooManyLinks",
            Score = 2.5,
            Reason = "3 links; the limit is 2.",
            Translations = new Dictionary<string, string> { ["hi"] = "3 लिंक; सीमा 2 है।" },
            Labels = [Labels.Links],
            Spans = [new Span { Field = "body", Start = 3, Length = 2, ReadAs = "कड़ी" }],
        };
        var onTrial = new Finding { Rule = "Shouting", Score = 2, Reason = "The text shouts.", Labels = [Labels.Flood], Spans = [] };

        await host.FileAsync(comment.Held(verdict: Samples.Verdict(2.5, finding) with { Shadow = [onTrial] }));

        var item = (await program.GetCasesAsync())["items"]!.AsArray().Single()!;
        var expected = $$"""
            {"id":"{{comment.CommentId}}","site":"demo",
             "page":{"id":"page-1","url":"https://news.example.com/page-1","title":"एक लेख"},
             "parentId":"{{comment.ParentId}}",
             "author":{"name":"पाठक","email":"reader@example.com","url":null},
             "body":"एक 😀 कड़ी","client":{"ip":"192.0.2.7","userAgent":"Browser"},"language":"hi",
             "submittedAt":"2026-03-01T12:00:00Z",
             "verdict":{"score":2.5,"findings":[{"rule":"TooManyLinks","score":2.5,"probability":null,"reason":"3 links; the limit is 2.",
               "translations":{"hi":"3 लिंक; सीमा 2 है।"},"labels":["links"],"spans":[{"field":"body","start":3,"length":2,"readAs":"कड़ी"}]}],
               "shadow":[{"rule":"Shouting","score":2,"probability":null,"reason":"The text shouts.","translations":null,"labels":["flood"],"spans":[]}],"ruleset":"{{new string('a', 64)}}","model":null},
             "state":"held","sequence":1,"decidedBy":"rules","decidedAt":"2026-03-01T12:00:01Z",
             "history":[{"sequence":1,"decision":"hold","state":"held","decidedBy":"rules","decidedAt":"2026-03-01T12:00:01Z","note":null}]}
            """;
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), item.ToJsonString());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Files_what_the_rules_decided_alone(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();

        await host.FileAsync(Samples.Comment().Approved(), Samples.Comment().Rejected());

        Assert.Empty((await program.GetCasesAsync())["items"]!.AsArray());
        Assert.Equal("approve", (await program.GetCasesAsync("state=approved"))["items"]![0]!["history"]![0]!.String("decision"));
        Assert.Equal("reject", (await program.GetCasesAsync("state=rejected"))["items"]![0]!["history"]![0]!.String("decision"));
        Assert.Empty(host.Recorder.OfModerators);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Comments_on_file_can_be_read_oldest_first_without_the_dashboard(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using var host = await DashboardHost.StartAsync(databases);
        var (first, second) = (Samples.Comment("एक"), Samples.Comment("दो", Samples.Noon.AddMinutes(1)));
        var elsewhere = Samples.Comment("three", Samples.Noon.AddMinutes(2), site: "other");
        await host.FileAsync(second.Held(), elsewhere.Rejected(), first.Approved());

        async Task<List<FiledComment>> ReadAsync(string? site)
        {
            var comments = new List<FiledComment>();
            await foreach (var comment in FiledComments.ReadAsync(databases(), site))
            {
                comments.Add(comment);
            }

            return comments;
        }

        Assert.Equal([new(first, "approved"), new(second, "held"), new(elsewhere, "rejected")], await ReadAsync(null));
        Assert.Equal([new(first, "approved"), new(second, "held")], await ReadAsync("demo"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_comment_on_file_tells_what_a_moderator_decided_and_nothing_of_what_rules_did(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using var host = await DashboardHost.StartAsync(databases);
        var (comment, other) = (Samples.Comment("एक"), Samples.Comment("दो", Samples.Noon.AddMinutes(1)));
        await host.FileAsync(comment.Held(verdict: Samples.Verdict(5, Finding("links", "promotion"), Finding("links"))), other.Rejected());
        await UndoTests.DecideAsync(host, comment, "spam", window: TimeSpan.Zero);

        var filed = new List<FiledComment>();
        await foreach (var one in FiledComments.ReadAsync(databases(), null))
        {
            filed.Add(one);
        }

        Assert.Equal(("rejected", "spam", null), (filed[0].State, filed[0].Decision!.Decision, filed[0].Decision!.Reason));
        Assert.Equal(["links", "promotion"], filed[0].Decision!.Labels);
        Assert.Null(filed[1].Decision);

        static Finding Finding(params string[] labels) => new() { Rule = "Any", Score = 2.5, Reason = "Any.", Labels = labels, Spans = [] };
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_message_delivered_twice_is_filed_once(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var held = Samples.Comment().Held();
        var last = Samples.Comment().Held();

        await host.FileAsync(held, held, held, last);

        var items = (await program.GetCasesAsync())["items"]!.AsArray();
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.Single(item!["history"]!.AsArray()));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_two_verdicts_with_one_sequence_the_first_decided_stands_in_whatever_order_they_arrive(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var (early, late) = (Samples.Noon.AddSeconds(1), Samples.Noon.AddSeconds(2));
        var (first, second) = (Samples.Comment(), Samples.Comment());

        await host.FileAsync(first.Held(at: early));
        await host.FileAsync(second.Approved(at: late));
        await host.PublishAsync(first.Approved(at: late));
        await host.PublishAsync(second.Held(at: early));

        await Eventually.TrueAsync(async () => (await program.GetCasesAsync())["items"]!.AsArray().Count == 2, "both are held");
        var found = await program.FindCaseAsync(second.CommentId);
        Assert.Equal("hold", found!["history"]!.AsArray().Single()!.String("decision"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_newest_decision_stands_when_an_older_one_arrives_late(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment();

        await host.FileAsync(comment.Rejected(3, Samples.Noon.AddMinutes(3), "admin"));
        await host.PublishAsync(comment.Approved(2, Samples.Noon.AddMinutes(2), "admin"));
        await host.PublishAsync(comment.Held());

        JsonNode? found = null;
        await Eventually.TrueAsync(
            async () => (found = await program.FindCaseAsync(comment.CommentId))!["history"]!.AsArray().Count == 3, "all three are in the history");
        Assert.Equal(("rejected", "3", "admin"), (found!.String("state"), found!.String("sequence"), found!.String("decidedBy")));
        Assert.Equal(["1", "2", "3"], found!["history"]!.AsArray().Select(past => past!.String("sequence")));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Files_texts_that_databases_dislike(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var hostile = Samples.Comment("a\0b' ; -- \u202E " + string.Concat(Enumerable.Repeat("\u0301", 10_000)), name: "x\0y");

        await host.FileAsync(hostile.Held());

        var item = (await program.GetCasesAsync("author=xy"))["items"]!.AsArray().Single()!;
        Assert.Equal(hostile.Body, item.String("body"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Pages_through_the_held_ones_oldest_first_and_the_decided_ones_newest_first(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        // Two of every three are of the same millisecond.
        var comments = Enumerable.Range(0, 9).Select(number => Samples.Comment(number.ToString(CultureInfo.InvariantCulture), Samples.Noon.AddSeconds(number / 3))).ToList();
        await host.FileAsync([.. comments.Select(comment => comment.Held()), .. comments.Select(comment => (comment with { CommentId = Guid.CreateVersion7() }).Approved())]);

        var held = await AllAsync(program, "state=held&limit=2");
        var approved = await AllAsync(program, "state=approved&limit=4");

        Assert.Equal(9, held.Distinct().Count());
        Assert.Equal(held.Order(), held);
        Assert.Equal(9, approved.Distinct().Count());
        Assert.Equal(approved.OrderDescending(), approved);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Finds_by_words_author_and_site(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        await host.FileAsync(
            Samples.Comment("Earn 100% FROM home_", name: "Éva", email: "eva@example.com").Held(),
            Samples.Comment("कुत्ता भौंकता है", site: "other").Held());

        Assert.Equal(1, await CountAsync("q=from+HOME_"));
        Assert.Equal(1, await CountAsync("q=100%25"));
        Assert.Equal(0, await CountAsync("q=1_0"));
        Assert.Equal(0, await CountAsync("q=!"));
        Assert.Equal(1, await CountAsync("q=éva"));
        Assert.Equal(1, await CountAsync("q=" + Uri.EscapeDataString("कुत्ता")));
        Assert.Equal(1, await CountAsync("author=eva@example.com"));
        Assert.Equal(1, await CountAsync("author=" + Uri.EscapeDataString("Éva")));
        Assert.Equal(0, await CountAsync("author=eva"));
        Assert.Equal(1, await CountAsync("site=other"));
        Assert.Equal(2, await CountAsync("site=&q=&author=&cursor="));

        async Task<int> CountAsync(string query) => (await program.GetCasesAsync(query))["items"]!.AsArray().Count;
    }

    [Theory]
    [InlineData("state=open", "state", "The state is 'held', 'approved', 'rejected' or 'all'.")]
    [InlineData("limit=0", "limit", "The limit is a number from 1 to 200.")]
    [InlineData("limit=201", "limit", "The limit is a number from 1 to 200.")]
    [InlineData("limit=ten", "limit", "The limit is a number from 1 to 200.")]
    [InlineData("cursor=abc", "cursor", "The cursor is the 'next' of an earlier answer in the same order.")]
    [InlineData("cursor=%00", "cursor", "The cursor is the 'next' of an earlier answer in the same order.")]
    [InlineData("q=a%00b", "q", "At most 200 characters, and no NUL among them.")]
    public async Task Says_what_is_wrong_with_a_query(string query, string field, string sentence)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var program = host.Program();

        var answer = await program.GetAsync(new Uri($"/dashboard/api/comments?{query}", UriKind.Relative));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(sentence, (await answer.ReadAsync())["errors"]![field]![0]!.ToString());
    }

    private static async Task<List<(string, string)>> AllAsync(HttpClient program, string query)
    {
        var all = new List<(string, string)>();
        string? next = null;
        do
        {
            var page = await program.GetCasesAsync($"{query}&cursor={next}");
            all.AddRange(page["items"]!.AsArray().Select(item => (item!.String(query.Contains("held", StringComparison.Ordinal) ? "submittedAt" : "decidedAt")!, item!.String("id")!)));
            next = page.String("next");
        }
        while (next is not null);
        return all;
    }
}
