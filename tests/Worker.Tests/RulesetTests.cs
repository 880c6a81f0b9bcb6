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

    [InlineData("links: \"> 2\"", "links: two", "line 12: 'links' must be a number or a comparison such as \"> 2\", \"<= 5\" or \"> 70%\".")]
    [InlineData("links: \"> 2\"", "lnks: 2", "line 12: there is no condition 'lnks'.")]
    [InlineData("when: { links: \"> 2\" }", "when: {}", "line 12: 'when' has no conditions.")]
    [InlineData("when: { links: \"> 2\" }", "when: { any: { links: 2 } }", "line 12: 'any' must be a list of conditions.")]
    [InlineData("    when: { links: \"> 2\" }\n", "", "line 11: the rule needs 'when'.")]
    [InlineData("labels: [links]", "labels: [link]", "line 14: 'link' is no label; write profanity, ")]
    [InlineData("{links} {links|", "{lnks} {links|", "line 15: nothing fills {lnks}; the conditions of this rule fill {links}, {links-limit}.")]
    [InlineData("A link from", "{trust}: a link from", "line 30: nothing fills {trust}; the conditions of this rule fill {links}, {links-limit}, {approved}, {approved-limit}.")]
    [InlineData("en: \"{links}", "eng: \"{links}", "line 15: 'reason' needs 'en'.")]
    [InlineData("    score: 5\n    labels: [links]", "    scor: 5\n    labels: [links]", "line 11: the rule needs 'score'.")]
    [InlineData("    score: 5\n    labels: [links]", "    score: 5\n    notes: 6\n    labels: [links]", "line 14: nothing is called 'notes' here.")]
    [InlineData("    score: 5\n    labels: [links]", "    score: 5\n    mode: on\n    labels: [links]", "line 14: 'on' is no mode; write off, shadow, live.")]
    [InlineData("    score: 5\n    labels: [links]", "    score: { mild: 1, strong: 2, severe: 3 }\n    labels: [links]", "line 13: only a rule with 'words' may have a score for each severity.")]
    [InlineData("mild: 3", "mild: .nan", "line 8: 'mild' must be a number.")]
    [InlineData("words: abuse", "words: abus", "line 7: there is no word list 'abus'; the lists are abuse.")]
    [InlineData("words: abuse", "words: [\"!\"]", "line 7: the entry has no letters.")]
    [InlineData("words: abuse", "words: { severity: mild }", "line 7: 'words' needs 'list' or 'entries'.")]
    [InlineData("words: abuse", "words: { list: abuse, severity: awful }", "line 7: 'awful' is no severity; write mild, strong, severe.")]
    [InlineData("words: abuse", "domain: { list: bad }", "line 7: no rule file has a list 'bad'.")]
    [InlineData("words: abuse", "domain: [\"https://a.example/\"]", "line 7: 'https://a.example/' is no domain; write it as in example.com.")]
    [InlineData("words: abuse", "address: [192.0.2.0/33]", "line 7: '192.0.2.0/33' is no address and no range;")]
    [InlineData("words: abuse", "email: [someone]", "line 7: 'someone' is no email;")]
    [InlineData("words: abuse", "trapped: yes", "line 7: 'trapped' must be true or false.")]
    [InlineData("words: abuse", "contact: fax", "line 7: 'fax' is no contact; write phone, email, password, upi, whatsapp, telegram.")]
    [InlineData("id: TooManyLinks", "id: BannedWords", "line 11: there is already a rule 'BannedWords'.")]
    [InlineData("id: TooManyLinks", "id: too-many-links", "line 11: 'too-many-links' is no id for a rule;")]
    [InlineData("address: { burst: 5", "address: { burst: 0", "line 3: 'burst' must be 1 or more.")]
    [InlineData("address: { burst", "adress: { burst", "line 3: nothing is counted by 'adress'; write address, network, email, page, site.")]
    [InlineData("interval: 10s", "interval: 10", "line 3: 'interval' must be a time such as 100ms, 10s, 5m, 24h or 7d.")]
    [InlineData("window: 24h", "window: 0h", "line 4: 'window' must be a time such as 100ms, 10s, 5m, 24h or 7d.")]
    [InlineData("window: 24h", "window: 9999999d", "line 4: 'window' must be a time such as 100ms, 10s, 5m, 24h or 7d.")]
    [InlineData("hold: 5", "hold: 50", "line 1: 'hold' must not be above 'reject'.")]
    [InlineData("bands: { hold: 5, reject: 10 }", "# no bands", "line 1: none of the shared rule files has 'bands'.")]
    [InlineData("bands: { hold: 5, reject: 10 }", "bands: { hold: 5", "line 1: this is not YAML")]
    [InlineData("bands: { hold: 5, reject: 10 }", "bands: { hold: 5, reject: 10 }\nbands: {}", "line 2: ")]
    [InlineData("bands: { hold: 5, reject: 10 }", "bands: { hold: 5, reject: 10 }\nrule: []", "line 2: nothing is called 'rule' here.")]
    [InlineData("rules:", "rules: {}\nothers:", "line 5: 'rules' must be a list, each rule beginning with '- id: '.")]
    [Theory]
    public void A_wrong_setting_stops_the_start_with_file_and_line(string setting, string wrong, string sentence)
    {
        using var directory = new RuleDirectory(rules: RuleDirectory.Rules.Replace(setting, wrong, StringComparison.Ordinal));

        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(directory.Path));

        Assert.StartsWith($"{directory.RulesFile}, {sentence}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fine\nblorb | awful", "line 2: 'awful' is not a severity; write mild, strong, severe or allow.")]
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
