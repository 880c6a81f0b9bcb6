using System.Text;
using Moderation.Worker.Checks;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;
using Moderation.Worker.Trials;

namespace Moderation.Worker.Tests;

public sealed class TrialTests
{
    private const string Trial =
        """

          - id: Frob
            mode: shadow
            when: { words: [frob] }
            score: 5
            labels: [spam]
            reason: { en: "{words}" }
        """;

    [Fact]
    public async Task A_line_needs_nothing_but_a_text()
    {
        var comment = Assert.Single(await Read("""{"text":"fine"}"""));

        Assert.Equal(("fine", "demo", "Reader"), (comment.Comment!.Body, comment.Comment.SiteId, comment.Comment.Author.Name));
        Assert.Same(KnownFacts.Nothing, comment.Facts);
        Assert.Null(comment.Id);
    }

    [Fact]
    public async Task A_line_may_say_all_that_a_check_may_and_the_facts()
    {
        var comment = Assert.Single(await Read(
            """
            {"id":{"n":1},"site":"other","page":{"id":"p"},"author":{"name":"Asha","email":"a@example.com"},"body":"fine","client":{"ip":"192.0.2.1"},"facts":{"approved":3,"tooFast":["page","address"]}}
            """));

        Assert.Equal("""{"n":1}""", comment.Id);
        Assert.Equal(("other", "p", "a@example.com", "192.0.2.1"), (comment.Comment!.SiteId, comment.Comment.Page.Id, comment.Comment.Author.Email, comment.Comment.Client.Ip));
        Assert.Equal(new KnownFacts { Approved = 3, TooFast = RateDimensions.Page | RateDimensions.Address }, comment.Facts);
    }

    [Theory]
    [InlineData("oops", "Line 3: This is not JSON: byte 1 cannot be read.")]
    [InlineData("[]", "Line 3: The comment has to be a JSON object.")]
    [InlineData("""{"text":" "}""", "Line 3: There is neither a 'body' nor a 'text'.")]
    [InlineData("""{"text":1}""", "Line 3: text: It has to be text in whole characters, or an object where one is expected.")]
    [InlineData("""{"text":"fine","site":"nowhere"}""", "Line 3: There is no site 'nowhere'.")]
    [InlineData("""{"text":"fine","facts":{"approved":-1}}""", "Line 3: facts.approved: It has to be a whole number.")]
    [InlineData("""{"text":"fine","facts":{"tooFast":["planet"]}}""", "Line 3: facts.tooFast: nothing is counted by that; write address, network, email, page, site.")]
    public async Task A_line_that_cannot_be_judged_says_why_and_the_others_are_judged(string line, string sentence)
    {
        var comments = await Read("""{"text":"fine"}""", "", line, """{"text":"good"}""");

        Assert.Equal([null, sentence, null], comments.Select(comment => comment.Refusal));
        Assert.Equal([1, 3, 4], comments.Select(comment => comment.Line));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_counted_as_one()
    {
        var comments = await Read("\uFEFF" + """{"text":"fine"}""", new string('x', 3 * CheckRefusal.Maximum), """{"text":"good"}""");

        Assert.Equal([null, "Line 2: The comment is larger than 64 KiB.", null], comments.Select(comment => comment.Refusal));
        Assert.Equal([1, 2, 3], comments.Select(comment => comment.Line));
    }

    [Fact]
    public async Task A_backtest_counts_outcomes_rules_and_what_shadow_rules_would_have_done()
    {
        var before = new RuleTrial(RuleDirectory.Read(), SomeSites.List);
        var after = new RuleTrial(RuleDirectory.Read(RuleDirectory.Rules.Replace("links: \"> 2\"", "links: \"> 1\"", StringComparison.Ordinal) + Trial), SomeSites.List);
        var backtest = new Backtest(before, after, show: 1);

        foreach (var comment in await Read(
            """{"text":"fine"}""",
            """{"text":"a frob"}""",
            """{"text":"a frob, snarf"}""",
            """{"id":"two","text":"a.com b.com"}""",
            """{"text":"c.com d.com"}""",
            """{"text":"a.com b.com c.com"}""",
            """{"text":"a.com b.com","facts":{"approved":1}}"""))
        {
            backtest.Add(comment);
        }

        Assert.Equal((7, 3), (backtest.Comments, backtest.Changed));
        Assert.Equal(2, backtest.CountOf(Outcome.Hold, Outcome.Reject));
        Assert.Equal(1, backtest.CountOf(Outcome.Approve, Outcome.Hold));
        Assert.Equal(2, backtest.CountOf(Outcome.Approve, Outcome.Approve));
        Assert.Equal((new Spoken(1, 0, 0), new Spoken(4, 0, 0)), (backtest.Before["TooManyLinks"], backtest.After["TooManyLinks"]));
        Assert.Equal((null, new Spoken(0, 2, 2)), (backtest.Before["Frob"], backtest.After["Frob"]));
        Assert.Equal(new Spoken(0, 0, 0), backtest.After["PostingTooFast"]);
        var change = Assert.Single(backtest.Changes);
        Assert.Equal("two", change.Trial.Name);
        var difference = Assert.Single(change.Differences);
        Assert.Equal(("TooManyLinks", null, 5), (difference.Rule, difference.Before?.Score, difference.After?.Score));
    }

    [Fact]
    public async Task A_change_of_the_bands_has_no_rule_that_made_it()
    {
        var after = RuleDirectory.Rules.Replace("hold: 5", "hold: 6", StringComparison.Ordinal);
        var backtest = new Backtest(new RuleTrial(RuleDirectory.Read(), SomeSites.List), new RuleTrial(RuleDirectory.Read(after), SomeSites.List), show: 5);

        backtest.Add(Assert.Single(await Read("""{"text":"snarf"}""")));

        Assert.Empty(Assert.Single(backtest.Changes).Differences);
        Assert.Equal(1, backtest.CountOf(Outcome.Hold, Outcome.Approve));
    }

    [Fact]
    public void A_comment_of_a_site_that_is_gone_is_held()
    {
        var trial = new RuleTrial(RuleDirectory.Read(), SomeSites.List);

        var judgement = trial.Judge(new CommentText(SomeComment.With(site: "gone")), KnownFacts.Nothing);

        Assert.Equal(Outcome.Hold, judgement.Outcome);
        Assert.Equal(nameof(UnknownSite), Assert.Single(judgement.Verdict.Findings).Rule);
    }

    private static async Task<List<TrialComment>> Read(params string[] lines)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var comments = new List<TrialComment>();
        await foreach (var comment in new TrialReader(SomeSites.List, "demo").ReadAsync(stream))
        {
            comments.Add(comment);
        }

        return comments;
    }
}
