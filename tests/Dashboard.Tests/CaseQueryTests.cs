using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

public class CaseQueryTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Finds_by_everything_at_once_or_one_by_one(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var links = Samples.Comment("Links", name: "Asha", email: "asha@example.com") with { Language = "en" };
        var offers = Samples.Comment("Offers", at: Samples.Noon.AddHours(1)) with { Page = links.Page with { Id = "page-2" } };
        var elsewhere = Samples.Comment("Elsewhere", at: Samples.Noon.AddHours(2), site: "other") with { Language = null };
        var approved = Samples.Comment("Approved", at: Samples.Noon.AddHours(3));
        await host.FileAsync(
            links.Held(verdict: Verdict("TooManyLinks", Labels.Links)),
            offers.Held(verdict: Verdict("Offers", Labels.Spam)),
            elsewhere.Held(verdict: Verdict("TooManyLinks", Labels.Links)),
            approved.Approved());

        Assert.Equal("Links Offers Elsewhere", await FoundAsync(new()));
        Assert.Equal("Approved Elsewhere Offers Links", await FoundAsync(new() { State = null }));
        Assert.Equal("Links Offers", await FoundAsync(new() { Site = "demo" }));
        Assert.Equal("Offers", await FoundAsync(new() { Page = "page-2", Site = "demo" }));
        Assert.Equal("Links Elsewhere", await FoundAsync(new() { Rule = "TooManyLinks" }));
        Assert.Equal("Links", await FoundAsync(new() { Rule = "TooManyLinks", Site = "demo" }));
        Assert.Equal("Elsewhere", await FoundAsync(new() { Rule = "TooManyLinks", Scope = SiteScope.Only(["other", "third"]) }));
        Assert.Equal("Offers", await FoundAsync(new() { Label = Labels.Spam }));
        Assert.Equal("", await FoundAsync(new() { Label = Labels.Spam, Rule = "TooManyLinks" }));
        Assert.Equal("Links Elsewhere", await FoundAsync(new() { Label = Labels.Links, Rule = "TooManyLinks" }));
        Assert.Equal("Links", await FoundAsync(new() { Language = "en" }));
        Assert.Equal("Elsewhere", await FoundAsync(new() { Language = CaseQuery.NoLanguage }));
        Assert.Equal("Links", await FoundAsync(new() { Language = "en", Rule = "TooManyLinks" }));
        Assert.Equal("Links Offers", await FoundAsync(new() { SubmittedUntil = Samples.Noon.AddHours(1) }));
        Assert.Equal("Offers Elsewhere", await FoundAsync(new() { SubmittedSince = Samples.Noon.AddHours(1) }));
        Assert.Equal("Links", await FoundAsync(new() { Author = "asha@example.com" }));
        Assert.Equal("Links", await FoundAsync(new() { Author = "Asha", State = null }));
        Assert.Equal("Links", await FoundAsync(new() { Author = Samples.AuthorKeyOf("asha@example.com") }));
        Assert.Equal("", await FoundAsync(new() { Author = "Asha", Site = "other" }));
        Assert.Equal("", await FoundAsync(new() { Site = "other", Scope = SiteScope.Only(["demo"]) }));
        Assert.Equal("", await FoundAsync(new() { Scope = SiteScope.Only([]) }));
        Assert.Equal("", await FoundAsync(new() { FiledUntil = Samples.Noon }));
        Assert.Equal("Links Offers Elsewhere", await FoundAsync(new() { FiledSince = Samples.Noon }));

        Task<string> FoundAsync(CaseQuery query) => Tests.CaseQueryTests.FoundAsync(host, query);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Searches_all_states_for_any_part_of_the_text_or_of_the_name(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comments = new[] { "कुत्ता भौंकता है", "किताब", "100% OFF_", "Earn a lot" }
            .Select((text, number) => Samples.Comment(text, Samples.Noon.AddMinutes(number), name: $"Reader {number}")).ToArray();
        await host.FileAsync(
            comments[0].Held(verdict: Verdict("Offers", Labels.Spam)), comments[1].Approved(), comments[2].Rejected(), comments[3].Held(verdict: Verdict("Offers", Labels.Spam)));

        Assert.Equal("कुत्ता भौंकता है", await FoundAsync(new() { State = null, Phrase = "त्ता" }));
        Assert.Equal("किताब कुत्ता भौंकता है", await FoundAsync(new() { State = null, Phrase = "ता" }));
        Assert.Equal("100% OFF_", await FoundAsync(new() { State = null, Phrase = "0% off_" }));
        Assert.Equal("", await FoundAsync(new() { State = null, Phrase = "0_ off" }));
        Assert.Equal("किताब", await FoundAsync(new() { State = null, Phrase = "READER 1" }));
        Assert.Equal("कुत्ता भौंकता है Earn a lot", await FoundAsync(new() { Phrase = "reader" }));
        Assert.Equal("Earn a lot", await FoundAsync(new() { Phrase = "lot", Rule = "Offers", Label = Labels.Spam }));
        Assert.Equal("Earn a lot", await FoundAsync(new() { Phrase = "a lot", Author = "Reader 3", State = null }));
        Assert.Equal("100% OFF_", await FoundAsync(new() { Phrase = "reader", Page = "page-1", Site = "demo", State = CaseStates.Rejected }));
        Assert.Equal("100% OFF_ Earn a lot कुत्ता भौंकता है किताब", await FoundAsync(new() { Phrase = "reader", State = null, Order = CaseOrder.Riskiest }));

        Task<string> FoundAsync(CaseQuery query) => Tests.CaseQueryTests.FoundAsync(host, query);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decided_case_is_found_where_it_went(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment("Moves");
        await host.FileAsync(comment.Held(verdict: Verdict("Offers", Labels.Spam)));

        await UndoTests.DecideAsync(host, comment, "reject");

        foreach (var query in new CaseQuery[] { new(), new() { Rule = "Offers" }, new() { Label = Labels.Spam }, new() { Phrase = "moves" } })
        {
            Assert.Equal("", await FoundAsync(host, query));
            Assert.Equal("Moves", await FoundAsync(host, query with { State = CaseStates.Rejected }));
            Assert.Equal("Moves", await FoundAsync(host, query with { State = null }));
        }

        await host.Get<DecisionUndo>().UndoAsync(comment.CommentId, 2, "asha", SiteScope.All, default);
        Assert.Equal("Moves", await FoundAsync(host, new() { Rule = "Offers" }));
        Assert.Equal("Moves", await FoundAsync(host, new() { Phrase = "moves" }));
    }

    public static TheoryData<string, string> Orders()
    {
        var all = new TheoryData<string, string>();
        foreach (var store in new[] { "SQLite", "PostgreSQL" })
        {
            foreach (var order in Enum.GetNames<CaseOrder>())
            {
                all.Add(store, order);
            }
        }

        return all;
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task Pages_through_every_order_without_leaving_one_out_or_showing_one_twice(string store, string name)
    {
        var order = Enum.Parse<CaseOrder>(name);
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        // Times and scores that are the same, and scores that no decimal writes exactly.
        var comments = Enumerable.Range(0, 24).Select(number =>
            Samples.Comment($"text {number}", Samples.Noon.AddSeconds(number / 5), site: number % 3 == 0 ? "other" : "demo")).ToList();
        await host.FileAsync([.. comments.Select((comment, number) => (IDecision)(number % 4 == 3
            ? comment.Rejected()
            : comment.Held(verdict: Verdict("Offers", Labels.Spam, number % 6 / 3.0))))]);
        CaseQuery[] queries =
        [
            new(), new() { State = null }, new() { Rule = "Offers" }, new() { Scope = SiteScope.Only(["demo", "other"]) }, new() { Phrase = "text", State = null },
        ];

        foreach (var query in queries.Select(query => query with { Order = order, Limit = 5 }))
        {
            var all = await host.Get<CaseReader>().FindAsync(query with { Limit = 100 }, default);
            var paged = new List<Case>();
            CasePage page;
            CaseCursor? after = null;
            do
            {
                page = await host.Get<CaseReader>().FindAsync(query with { After = after }, default);
                paged.AddRange(page.Items);
                Assert.True(page.Next is null || CaseCursor.TryParse(page.Next.ToString(), out after));
            }
            while (page.Next is not null);

            Assert.Equal(all.Items.Select(Id), paged.Select(Id));
            Assert.Equal(query.State is null ? 24 : 18, paged.Select(Id).Distinct().Count());
            Assert.Equal(paged.OrderBy(found => Key(order, found)).Select(found => Key(order, found)), paged.Select(found => Key(order, found)));
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Counts_up_to_a_bound_and_says_which_of_some_match(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comments = Enumerable.Range(0, 7).Select(number => Samples.Comment($"text {number}")).ToList();
        await host.FileAsync([.. comments.Select(comment => comment.Held(verdict: Verdict("Offers", Labels.Spam)))]);
        var cases = host.Get<CaseReader>();

        Assert.Equal(new BoundedCount(7, false), await cases.CountAsync(new CaseQuery { Rule = "Offers" }, 7, default));
        Assert.Equal(new BoundedCount(6, true), await cases.CountAsync(new CaseQuery { Rule = "Offers" }, 6, default));
        Assert.Equal(new BoundedCount(7, false), await cases.CountAsync(new CaseQuery { State = null, Phrase = "text" }, 100, default));
        Assert.Equal(
            [comments[3].CommentId],
            await cases.MatchAsync(new CaseQuery { Rule = "Offers", Phrase = "text 3", Site = "demo" }, [comments[3].CommentId, comments[4].CommentId], default));
    }

    private static Guid Id(Case found) => found.Comment.CommentId;

    private static double Key(CaseOrder order, Case found) => order switch
    {
        CaseOrder.Oldest => found.Comment.SubmittedAt.ToUnixTimeMilliseconds(),
        CaseOrder.Newest => -found.Comment.SubmittedAt.ToUnixTimeMilliseconds(),
        CaseOrder.Decided => -found.DecidedAt.ToUnixTimeMilliseconds(),
        _ => -found.Verdict.Score,
    };

    private static async Task<string> FoundAsync(DashboardHost host, CaseQuery query)
    {
        var page = await host.Get<CaseReader>().FindAsync(query, default);
        var ids = page.Items.Select(Id).ToList();
        Assert.Equal(ids.Count, (await host.Get<CaseReader>().CountAsync(query, 100, default)).Count);
        Assert.Equal(ids.Order(), (await host.Get<CaseReader>().MatchAsync(query, [.. ids, Guid.CreateVersion7()], default)).Order());
        return string.Join(' ', page.Items.Select(found => found.Comment.Body));
    }

    private static Verdict Verdict(string rule, string label, double score = 3) => Samples.Verdict(
        score, new Finding { Rule = rule, Score = score, Reason = "A reason.", Labels = [label], Spans = [] });
}
