using Moderation.Hosting;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class RulesetTests
{
    [Theory]
    [InlineData("fine", "Approve", 0)]
    [InlineData("blorb", "Approve", 3)]
    [InlineData("snarf", "Hold", 5)]
    [InlineData("blorb a.com", "Hold", 8)]
    [InlineData("snarf a.com", "Reject", 10)]
    [InlineData("wug wug a.com b.com c.com", "Reject", 20)]
    public void Scores_add_up_and_the_bands_decide(string body, string outcome, double score)
    {
        var judgement = Judge(RuleDirectory.Read(), body, KnownFacts.Nothing);

        Assert.Equal(outcome, judgement.Outcome.ToString());
        Assert.Equal(score, judgement.Verdict.Score);
        Assert.Equal(score, judgement.Verdict.Findings.Sum(finding => finding.Score));
    }

    [Theory]
    [InlineData("fine", "Hold", 5, 5)]
    [InlineData("blorb", "Hold", 5, 2)]
    [InlineData("snarf", "Hold", 5, 0)]
    [InlineData("a.com b.com c.com", "Hold", 5, 0)]
    [InlineData("wug wug", "Reject", 10, 0)]
    public void Without_facts_a_comment_is_held_and_never_rejected_for_that(string body, string outcome, double score, double added)
    {
        var judgement = Judge(RuleDirectory.Read(), body, new KnownFacts { State = FactsState.Degraded });

        Assert.Equal(outcome, judgement.Outcome.ToString());
        Assert.Equal(score, judgement.Verdict.Score);
        var finding = Assert.Single(judgement.Verdict.Findings, finding => finding.Rule == "LimitsDegraded");
        Assert.Equal(added, finding.Score);
        Assert.Equal(["limits-degraded"], finding.Labels);
    }

    [Fact]
    public void A_comment_of_an_unknown_site_is_held_with_a_reason()
    {
        var judgement = Judge(RuleDirectory.Read(), "fine", new KnownFacts { State = FactsState.UnknownSite });

        Assert.Equal(Outcome.Hold, judgement.Outcome);
        Assert.Contains("does not know the site “demo”", Assert.Single(judgement.Verdict.Findings).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_changes_with_every_file_and_only_then()
    {
        var hash = RuleDirectory.Read().Hash;

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, RuleDirectory.Read().Hash);
        Assert.NotEqual(hash, RuleDirectory.Read(rules: RuleDirectory.Rules + "\n# note").Hash);
        Assert.NotEqual(hash, RuleDirectory.Read(words: RuleDirectory.Words + "\nfrobbed").Hash);
        Assert.Equal(hash, Judge(RuleDirectory.Read(), "fine", KnownFacts.Nothing).Verdict.Ruleset);
    }

    [Theory]
    [InlineData("limit: 2", "limit: two", "line 4: 'limit' must be a whole number, 0 or more.")]
    [InlineData("limit: 2", "limit: -2", "line 4: 'limit' must be a whole number, 0 or more.")]
    [InlineData(", limit: 2", "", "line 4: 'TooManyLinks' needs 'limit'.")]
    [InlineData("limit: 2", "limit: 2, limt: 3", "line 4: nothing is called 'limt' here.")]
    [InlineData("mild: 3", "mild: .nan", "line 3: 'mild' must be a number.")]
    [InlineData("burst: 5", "burst: 0", "line 6: 'burst' must be 1 or more.")]
    [InlineData("interval: 10s", "interval: 10", "line 6: 'interval' must be a time such as 10s, 5m, 24h or 7d.")]
    [InlineData("window: 24h", "window: 0h", "line 5: 'window' must be a time such as 10s, 5m, 24h or 7d.")]
    [InlineData("window: 24h", "window: 9999999d", "line 5: 'window' must be a time such as 10s, 5m, 24h or 7d.")]
    [InlineData("hold: 5", "hold: 50", "line 1: 'hold' must not be above 'reject'.")]
    [InlineData("  NewAuthorWithLink: { score: 5 }", "", "line 3: 'rules' needs 'NewAuthorWithLink'.")]
    [InlineData("  NewAuthorWithLink: { score: 5 }", "  NewAuthorWithLink: 5", "line 7: 'NewAuthorWithLink' must be a map.")]
    [InlineData("  NewAuthorWithLink:", "  UnheardOf: { score: 1 }\n  NewAuthorWithLink:", "line 7: nothing is called 'UnheardOf' here.")]
    [InlineData("bands: { hold: 5, reject: 10 }", "bands: { hold: 5", "line 1: this is not YAML")]
    public void A_wrong_setting_stops_the_start_with_file_and_line(string setting, string wrong, string sentence)
    {
        using var directory = new RuleDirectory(rules: RuleDirectory.Rules.Replace(setting, wrong, StringComparison.Ordinal));

        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(directory.Path));

        Assert.StartsWith($"{directory.RulesFile}, {sentence}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fine\nblorb | awful", "line 2: 'awful' is not a severity; write mild, strong or severe.")]
    [InlineData("# note\n\nblorb | mild | rude", "line 3: 'rude' is not a label;")]
    [InlineData("| mild", "line 1: the entry has no letters.")]
    [InlineData("a | mild | abuse | more", "line 1: there are more than three parts;")]
    public void A_wrong_word_stops_the_start_with_file_and_line(string words, string sentence)
    {
        using var directory = new RuleDirectory(words: words);

        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(directory.Path));

        Assert.StartsWith($"{directory.WordsFile}, {sentence}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_directory_stops_the_start_with_the_setting_to_change()
    {
        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read("/nowhere"));

        Assert.Contains("Set Rules:Directory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_stops_the_start()
    {
        using var directory = new RuleDirectory();
        File.WriteAllBytes(directory.WordsFile, [0x61, 0xFF]);

        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(directory.Path));

        Assert.Equal($"{directory.WordsFile} is not UTF-8.", exception.Message);
    }

    private static Judgement Judge(Ruleset ruleset, string body, KnownFacts facts) =>
        ruleset.Judge(new Draft(new CommentText(SomeComment.With(body)), facts));
}
