using Moderation.Hosting;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class SiteRulesTests : IDisposable
{
    private readonly RuleDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("bands: { hold: 3, reject: 4 }", "blorb", "Hold", "Approve")]
    [InlineData("rules: [{ id: BannedWords, mode: off }]", "snarf", "Approve", "Hold")]
    [InlineData("rules: [{ id: BannedWords, score: 10 }]", "snarf", "Reject", "Hold")]
    [InlineData("rules: [{ id: TooManyLinks, when: { links: \"> 3\" } }, { id: NewAuthorWithLink, mode: off }]", "a.com b.com c.com", "Approve", "Reject")]
    [InlineData("rules: [{ id: Own, when: { words: [frob] }, score: 10, labels: [spam], reason: { en: \"{words}\" } }]", "a frob", "Reject", "Approve")]
    [InlineData("# nothing", "snarf", "Hold", "Hold")]
    public void A_site_changes_rules_for_itself_alone(string site, string body, string there, string elsewhere)
    {
        File.WriteAllText(_directory.SiteFile("demo"), site);
        var ruleset = Ruleset.Read(_directory.Path);

        Assert.Equal(there, Judge(ruleset, body, "demo").Outcome.ToString());
        Assert.Equal(elsewhere, Judge(ruleset, body, "other").Outcome.ToString());
    }

    [Fact]
    public void What_a_site_does_not_change_stays_as_it_is_and_where_it_is()
    {
        File.WriteAllText(_directory.SiteFile("demo"), "rules: [{ id: TooManyLinks, when: { links: \"> 0\" } }]");

        var verdict = Judge(Ruleset.Read(_directory.Path), "snarf a.com", "demo").Verdict;

        Assert.Equal(["BannedWords", "TooManyLinks", "NewAuthorWithLink"], verdict.Findings.Select(finding => finding.Rule));
        Assert.Equal("1 link; the limit is 0.", verdict.Findings[1].Reason);
        Assert.Equal("1 लिंक; सीमा 0 है।", verdict.Findings[1].Translations!["hi"]);
    }

    [Fact]
    public void A_verdict_names_the_files_behind_it()
    {
        File.WriteAllText(_directory.SiteFile("demo"), "bands: { hold: 3, reject: 4 }");
        var before = Ruleset.Read(_directory.Path);
        File.WriteAllText(_directory.SiteFile("demo"), "bands: { hold: 3, reject: 5 }");
        var after = Ruleset.Read(_directory.Path);

        Assert.Equal(before.Hash, after.Hash);
        Assert.Equal(before.Hash, Judge(before, "fine", "other").Verdict.Ruleset);
        Assert.NotEqual(before.Hash, Judge(before, "fine", "demo").Verdict.Ruleset);
        Assert.NotEqual(Judge(before, "fine", "demo").Verdict.Ruleset, Judge(after, "fine", "demo").Verdict.Ruleset);
    }

    [Fact]
    public void Examples_of_a_shared_rule_do_not_bind_a_site_and_its_own_do()
    {
        using var directory = new RuleDirectory(RuleDirectory.With(
            """
            rules:
              - id: Long
                when: { length: "> 5" }
                score: 5
                labels: [flood]
                reason: { en: "Long." }
                examples: { match: [A longer text], pass: [Short] }
            """));
        File.WriteAllText(directory.SiteFile("demo"), "rules: [{ id: Long, when: { length: \"> 50\" } }]");
        Assert.Equal(Outcome.Approve, Judge(Ruleset.Read(directory.Path), "A longer text", "demo").Outcome);

        File.WriteAllText(directory.SiteFile("demo"), "rules:\n  - id: Long\n    when: { length: \"> 50\" }\n    examples: { match: [A longer text] }");
        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(directory.Path));

        Assert.Equal($"{directory.SiteFile("demo")}, line 4: Long should match this example and does not: “A longer text”.", exception.Message);
    }

    [Theory]
    [InlineData("limits: {}", "line 1: nothing is called 'limits' here.")]
    [InlineData("rules: [{ id: BannedWords, scor: 3 }]", "line 1: nothing is called 'scor' here.")]
    [InlineData("rules:\n  - id: Own\n    when: { links: 1 }", "line 2: the rule needs 'reason'.")]
    [InlineData("rules:\n  - { id: BannedWords, mode: off }\n  - { id: BannedWords, mode: live }", "line 3: there is already a rule 'BannedWords' in this file.")]
    [InlineData("rules:\n  - { id: NewAuthorWithLink, reason: { en: \"{words}\" } }", "line 2: nothing fills {words};")]
    public void A_wrong_site_file_is_refused_with_file_and_line(string site, string sentence)
    {
        File.WriteAllText(_directory.SiteFile("demo"), site);

        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(_directory.Path));

        Assert.StartsWith($"{_directory.SiteFile("demo")}, {sentence}", exception.Message, StringComparison.Ordinal);
    }

    private static Judgement Judge(Ruleset ruleset, string body, string site) =>
        ruleset.Judge(new Draft(new CommentText(SomeComment.With(body, site: site)), KnownFacts.Nothing));
}
