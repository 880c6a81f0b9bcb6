using Moderation.Learning;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

/// <summary>The rules of seeds/. Their own examples are checked whenever they are read; here is what they do together.</summary>
public sealed class ShippedRuleTests
{
    private static readonly Ruleset _ruleset = Ruleset.Read(Path.Combine(AppContext.BaseDirectory, "seeds"));

    [Fact]
    public void Every_rule_that_is_promised_is_there() => Assert.Equal(
        [
            "BannedWords", "BlockedAtDesk", "Blocklist", "ClosedPage", "ContactDetails", "FormTrap", "Gibberish", "HeldAtDesk", "LearnedAbuse", "LearnedFine", "LearnedSpam", "LinkDomains", "NewAuthor", "NewAuthorWithLink",
            "PlainContact", "PostingTooFast", "RepeatedText", "Shouting", "SpamPhrases", "Threats", "TooManyLinks", "TrustedAtDesk", "TrustedAuthor",
        ],
        _ruleset.For("demo").Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_is_live_but_those_that_are_a_sites_own_choice() => Assert.Equal(
        ["NewAuthor", "LearnedFine"], _ruleset.For("demo").Rules.Where(rule => rule.Mode is not RuleMode.Live).Select(rule => rule.Id));

    [Fact]
    public void Every_rule_tells_its_reason_in_both_languages_and_shows_what_it_means()
    {
        var texts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "rules"), "*.yaml").Select(File.ReadAllText);
        var rules = texts.SelectMany(text => text.Split("\n  - id: ").Skip(1)).ToList();

        Assert.Equal(_ruleset.For("demo").Rules.Count, rules.Count);
        Assert.All(_ruleset.For("demo").Rules, rule => Assert.NotNull(rule.Hindi));
        Assert.All(rules, rule => Assert.Contains("\n      match:", rule, StringComparison.Ordinal));
        Assert.All(rules, rule => Assert.Contains("\n      pass:", rule, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A fine day for the paddy.", 0, "Approve", "")]
    [InlineData("Call the desk on 01234 567891 before you come.", 0, "Approve", "PlainContact")]
    [InlineData("Write to choir@example.org please.", 0, "Approve", "PlainContact")]
    [InlineData("See https://radar.example.org/loops", 0, "Hold", "NewAuthorWithLink")]
    [InlineData("See https://radar.example.org/loops", 1, "Approve", "")]
    [InlineData("See https://bit.ly/abc", 1, "Hold", "LinkDomains")]
    [InlineData("See https://bit.ly/abc", 9, "Approve", "LinkDomains TrustedAuthor")]
    [InlineData("Join https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", 1, "Hold", "ContactDetails")]
    [InlineData("Join https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", 0, "Reject", "ContactDetails NewAuthorWithLink")]
    [InlineData("WHY IS THE ROAD STILL CLOSED TODAY", 0, "Approve", "Shouting")]
    [InlineData("Better watch your back", 0, "Hold", "Threats")]
    [InlineData("Better watch your back", 900, "Hold", "Threats")]
    [InlineData("Students, earn from home", 0, "Hold", "SpamPhrases")]
    [InlineData("A fine day for the paddy.", 5, "Approve", "TrustedAuthor")]
    public void Rules_work_together(string body, int approved, string outcome, string rules)
    {
        var judgement = Judge(body, new KnownFacts { Approved = approved });

        Assert.Equal(outcome, judgement.Outcome.ToString());
        Assert.Equal(rules, string.Join(' ', judgement.Verdict.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("A fine day for the paddy.")]
    [InlineData("See https://radar.example.org/loops")]
    public void While_facts_are_unknown_no_rule_that_needs_them_speaks(string body)
    {
        var judgement = Judge(body, new KnownFacts { State = FactsState.Degraded });

        Assert.Equal(Outcome.Hold, judgement.Outcome);
        Assert.Equal("LimitsDegraded", Assert.Single(judgement.Verdict.Findings).Rule);
        Assert.StartsWith("दर की सीमाएँ", judgement.Verdict.Findings[0].Translations!["hi"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A fine day for the paddy.", 0.95, 0, "Hold", "LearnedAbuse")]
    [InlineData("A fine day for the paddy.", 0, 0.95, "Hold", "LearnedSpam")]
    [InlineData("A fine day for the paddy.", 0.3, 0.3, "Approve", "")]
    [InlineData("A fine day for the paddy.", 1, 1, "Hold", "LearnedAbuse LearnedSpam")]
    [InlineData("WHY IS THE ROAD STILL CLOSED TODAY", 0.95, 0, "Hold", "LearnedAbuse Shouting")]
    [InlineData("WHY IS THE ROAD STILL CLOSED TODAY", 1, 1, "Hold", "LearnedAbuse LearnedSpam Shouting")]
    [InlineData("Better watch your back", 0.01, 0.01, "Hold", "Threats")]
    public void What_was_learned_holds_what_the_other_rules_approve(string body, double abuse, double spam, string outcome, string rules)
    {
        var text = new CommentText(SomeComment.With(body)) { Model = Model.Blank, Told = new Probabilities(abuse, spam) };

        var judgement = _ruleset.Judge(new Draft(text, KnownFacts.Nothing));

        Assert.Equal(outcome, judgement.Outcome.ToString());
        Assert.Equal(rules, string.Join(' ', judgement.Verdict.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal)));
    }

    // They have little to tell them by, and much spam begins like them.
    [Fact]
    public void No_short_praise_and_no_question_is_held()
    {
        var comments = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Setup", "short-comments.txt")).Where(line => line[0] != '#').ToList();

        var held = comments.Where(body => _ruleset.Judge(new Draft(new CommentText(SomeComment.With(body)), KnownFacts.Nothing)).Outcome != Outcome.Approve);

        Assert.True(comments.Count >= 50);
        Assert.Empty(held);
    }

    // What a model has learned is another matter.
    private static Judgement Judge(string body, KnownFacts facts) => _ruleset.Judge(new Draft(new CommentText(SomeComment.With(body)) { Model = Model.Blank }, facts));
}
