using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Moderation.Contracts;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

public class ErasureTests
{
    private static readonly string[] _leaks = ["आशा", "asha@example.com", "asha.example", "बारिश", "192.0.2.7", "Browser", "ref.example", "quoted", "उद्धृत", "a note on her"];

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Takes_the_author_out_of_every_table_and_leaves_the_history_of_decisions(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var (held, decided, other) = (OfAsha(), OfAsha(), Samples.Comment("बारिश नहीं", email: "ravi@example.com"));
        await host.FileAsync(Held(held), Held(decided), other.Held());
        await DecisionTests.DecideAsync(program, new { id = decided.CommentId, decision = "approve", note = "a note on her" });
        Assert.All(_leaks, leak => Assert.Contains(leak, Tables.Of(host.Database), StringComparison.Ordinal));

        await host.EraseAsync(Erasure());

        var left = Tables.Of(host.Database).Replace("बारिश नहीं", "", StringComparison.Ordinal);
        Assert.All(_leaks.Except(["192.0.2.7", "Browser"]), leak => Assert.DoesNotContain(leak, left, StringComparison.Ordinal));
        var erased = await program.FindCaseAsync(decided.CommentId);
        Assert.Equal(["hold", "approve", "erase"], erased!["history"]!.AsArray().Select(past => past!.String("decision")));
        Assert.Equal(("rejected", "author", "page-1"), (erased.String("state"), erased.String("decidedBy"), erased["page"]!.String("id")));
        Assert.Null(erased["client"]!.String("ip"));
        Assert.Null(erased["client"]!.String("userAgent"));
        Assert.Equal("Insult", erased["verdict"]!["findings"]![0]!.String("rule"));
        Assert.Equal(other.CommentId.ToString(), (await program.GetCasesAsync())["items"]!.AsArray().Single()!.String("id"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Leaves_nothing_for_moderators_to_decide(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = OfAsha();
        await host.FileAsync(Held(comment));
        await host.EraseAsync(Erasure());

        var results = new[] { (long?)null, 1, 2 }.Select(async sequence => await DecisionTests.DecideAsync(program, new { id = comment.CommentId, decision = "approve", sequence }));

        Assert.All(await Task.WhenAll(results), result => Assert.Equal(("conflict", "author"), (result.String("result"), result.String("decidedBy"))));
        Assert.DoesNotContain(host.Recorder.OfModerators, decision => decision.DecidedBy != "author");
    }

    [Fact]
    public async Task Shows_moderators_what_happened_and_offers_nothing()
    {
        var databases = await Tests.Stores.CreateAsync("SQLite");
        await using var host = await DashboardHost.StartAsync(databases);
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        await host.FileAsync(Held(OfAsha()));
        await host.EraseAsync(Erasure());

        var page = await browser.GetStringAsync(new Uri("/dashboard?state=rejected", UriKind.Relative));

        Assert.Contains("Its author had this comment erased.", page, StringComparison.Ordinal);
        Assert.Contains("Rejected by the author", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-action=\"approve\"", page, StringComparison.Ordinal);
        await foreach (var filed in Cases.FiledComments.ReadAsync(databases(), null))
        {
            Assert.Fail($"{filed.Comment.CommentId} is still read.");
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Files_nothing_that_was_submitted_before_and_everything_after(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var filed = OfAsha();
        await host.FileAsync(Held(filed));
        await host.EraseAsync(Erasure());
        var (before, after) = (OfAsha(), OfAsha(Samples.Noon.AddDays(1).AddMilliseconds(1)));

        await host.PublishAsync(Held(before));
        await host.PublishAsync(before.Approved(2, by: "admin"));
        await host.PublishAsync(filed.Approved(9, Samples.Noon.AddDays(9), by: "admin"));
        await host.FileAsync(after.Held());

        await host.EraseAsync(Erasure());
        Assert.Null(await program.FindCaseAsync(before.CommentId));
        Assert.Equal("rejected", (await program.FindCaseAsync(filed.CommentId))!.String("state"));
        Assert.Equal(after.Body, (await program.GetCasesAsync())["items"]!.AsArray().Single()!.String("body"));
        Assert.DoesNotContain("quoted", Tables.Of(host.Database), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Sends_no_decision_any_more_that_the_bus_had_not_taken_or_has_forgotten(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var (unsent, sent) = (OfAsha(), OfAsha());
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            using var program = before.Program();
            await before.FileAsync(Held(unsent), Held(sent));
            await DecisionTests.DecideAsync(program, new { id = sent.CommentId, decision = "approve" });
            await Eventually.TrueAsync(() => before.Recorder.OfModerators.Any(), "the decision is published");
        }

        using var unheard = new OutboxSignal();
        var decider = new Decider(databases().Source("dashboard"), unheard, TimeProvider.System, NullLogger<Decider>.Instance);
        await decider.DecideAsync(new ModeratorDecision { CommentId = unsent.CommentId, Decision = "reject" }, "admin", SiteScope.All, default);
        var eraser = new Authors.CaseEraser(databases().Source("dashboard"), unheard, TimeProvider.System);
        await eraser.EraseAsync("demo", Erasure().AuthorKey, Samples.Noon.AddDays(1).ToUnixTimeMilliseconds(), default);

        var outbox = new Outbox(databases().Source("dashboard"), TimeProvider.System);
        await outbox.ReplayAsync(TimeSpan.FromHours(1), default);

        var due = await outbox.ClaimAsync(100, default);
        Assert.Equal(new[] { unsent.CommentId, sent.CommentId }.Order(), due.Select(one => one.Decision.Comment.CommentId).Order());
        Assert.All(due, one =>
        {
            Assert.Equal("author", Assert.IsType<CommentRejected>(one.Decision).DecidedBy);
            Assert.Equal(("", "", null), (one.Decision.Comment.Body, one.Decision.Comment.Author.Name, one.Decision.Comment.Author.Email));
            Assert.Null(one.Lesson);
        });
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Goes_on_after_a_stop_in_the_middle_and_does_no_harm_twice(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var comments = Enumerable.Range(0, 60).Select(_ => OfAsha()).ToList();
        await using var host = await DashboardHost.StartAsync(databases);
        await host.FileAsync([.. comments.Select(Held)]);
        await using (var connection = await host.Database.OpenConnectionAsync())
        {
            // As when the process dies between the two steps.
            await connection.ExecuteAsync(
                "INSERT INTO erased_authors (site_id, author_key, erased_at) VALUES ('demo', @key, @at)",
                new { key = Erasure().AuthorKey, at = Erasure().ErasedAt.ToUnixTimeMilliseconds() });
        }

        await host.EraseAsync(Erasure());
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Count() == 60 && !Tables.Of(host.Database).Contains("published_at = NULL", StringComparison.Ordinal), "all is told");
        var once = Tables.Of(host.Database);
        await host.EraseAsync(Erasure());

        Assert.DoesNotContain("बारिश", once, StringComparison.Ordinal);
        Assert.Equal(once, Tables.Of(host.Database));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Finds_cases_from_before_authors_had_keys(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            await before.FileAsync(Held(OfAsha()), Samples.Comment(email: "x@example.com", site: "nowhere").Held());
            await using var connection = await before.Database.OpenConnectionAsync();
            await connection.ExecuteAsync("UPDATE cases SET author_key = NULL");
        }

        await using var host = await DashboardHost.StartAsync(databases);
        await Eventually.TrueAsync(() => Tables.Of(host.Database).Contains(Erasure().AuthorKey, StringComparison.Ordinal), "the author is known");
        await host.EraseAsync(Erasure());

        Assert.DoesNotContain("बारिश", Tables.Of(host.Database), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Shows_the_sites_own_server_all_that_is_kept(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = OfAsha();
        await host.FileAsync(Held(comment), Samples.Comment(email: "ravi@example.com").Held());
        using var site = host.Program("demo-secret");
        using var stranger = host.Program("a token for tests");
        var address = new Uri("/v1/sites/demo/authors/cases?email=ASHA%2Bnews@example.com", UriKind.Relative);

        var kept = await (await site.GetAsync(address)).ReadAsync();
        await host.EraseAsync(Erasure());

        var shown = kept["cases"]!.AsArray().Single()!;
        Assert.Equal(("held", "बारिश आई", "asha@example.com", "192.0.2.7"), (shown.String("state"), shown["comment"]!.String("body"), shown["comment"]!["author"]!.String("email"), shown["comment"]!["client"]!.String("ip")));
        Assert.Equal("""{"site":"demo","cases":[]}""", await site.GetStringAsync(address));
        Assert.Equal(401, (int)(await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(422, (int)(await site.GetAsync(new Uri("/v1/sites/demo/authors/cases", UriKind.Relative))).StatusCode);
    }

    private static AuthorErased Erasure() => new()
    {
        ErasureId = Guid.Parse("0197d242-0000-7000-8000-000000000002"),
        SiteId = "demo",
        AuthorKey = Samples.AuthorKeyOf("asha@example.com"),
        ErasedAt = Samples.Noon.AddDays(1),
    };

    private static CommentSubmitted OfAsha(DateTimeOffset? at = null)
    {
        var comment = Samples.Comment("बारिश आई", at, name: "आशा", email: "asha@example.com");
        return comment with
        {
            Author = comment.Author with { Url = "https://asha.example/" },
            Client = comment.Client with { Referrer = "https://ref.example/" },
        };
    }

    private static CommentHeld Held(CommentSubmitted comment) => comment.Held(verdict: Samples.Verdict(5, new Finding
    {
        Rule = "Insult",
        Score = 5,
        Reason = "It says 'quoted'.",
        Translations = new Dictionary<string, string> { ["hi"] = "इसमें 'उद्धृत' है।" },
        Labels = [Labels.Abuse],
        Spans = [new Span { Field = "body", Start = 0, Length = 2, ReadAs = "quoted" }],
    }));
}
