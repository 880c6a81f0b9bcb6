using Moderation.Hosting;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class ModeTests
{
    [Theory]
    [InlineData("live", "Hold", 5, "BannedWords", "")]
    [InlineData("shadow", "Approve", 0, "", "BannedWords")]
    [InlineData("off", "Approve", 0, "", "")]
    public void A_rule_counts_or_is_tried_or_rests(string mode, string outcome, double score, string findings, string shadow)
    {
        var judgement = Judge(RuleDirectory.Rules.Replace("words: abuse }", $"words: abuse }}\n    mode: {mode}", StringComparison.Ordinal), "snarf");

        Assert.Equal(outcome, judgement.Outcome.ToString());
        Assert.Equal(score, judgement.Verdict.Score);
        Assert.Equal(findings, string.Join(',', judgement.Verdict.Findings.Select(finding => finding.Rule)));
        Assert.Equal(shadow, string.Join(',', judgement.Verdict.Shadow.Select(finding => finding.Rule)));
        Assert.All(judgement.Verdict.Shadow, finding => Assert.Equal((5, 1), (finding.Score, finding.Spans.Count)));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("shadow")]
    [InlineData("live")]
    public void Examples_are_checked_in_every_mode(string mode)
    {
        using var directory = new RuleDirectory(RuleDirectory.With(
            $$"""
            rules:
              - id: Long
                mode: {{mode}}
                when: { length: "> 5" }
                score: 5
                labels: [flood]
                reason: { en: "{length} characters." }
                examples:
                  match:
                    - A longer text
                  pass:
                    - Short
                    - { body: Longer, name: Somebody }
            """));

        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(directory.Path));

        Assert.Equal(
            $"{directory.RulesFile}, line 17: Long should let this example pass and does not: “Longer” and what stands with it; it says: 6 characters.",
            exception.Message);
    }

    [Theory]
    [InlineData("{ bdy: text }", "nothing is called 'bdy' here")]
    [InlineData("{ facts: { approved: many } }", "'approved' must be a whole number, 0 or more")]
    [InlineData("{ facts: { tooFast: [moon] } }", "'moon' is no tooFast; write address, network, email, page, site")]
    [InlineData("{ form: { trapped: maybe } }", "'trapped' must be true or false")]
    [InlineData("[a, list]", "'match' must be a map")]
    public void An_example_that_cannot_be_read_is_refused(string example, string sentence)
    {
        using var directory = new RuleDirectory(RuleDirectory.With(
            $$"""
            rules:
              - id: Any
                when: { length: ">= 0" }
                score: 5
                labels: [flood]
                reason: { en: "Any." }
                examples: { match: [{{example}}] }
            """));

        var exception = Assert.Throws<InvalidConfigurationException>(() => Ruleset.Read(directory.Path));

        Assert.Equal($"{directory.RulesFile}, line 11: {sentence}.", exception.Message);
    }

    [Fact]
    public void An_example_may_say_everything_that_conditions_ask_for()
    {
        var ruleset = RuleDirectory.Read(RuleDirectory.With(
            """
            rules:
              - id: Everything
                when:
                  words: [text]
                  name: [Somebody]
                  email: [someone@example.com]
                  domain: { entries: [example.com], in: url }
                  address: [192.0.2.7]
                  language: en
                  page: closed
                  is-reply: true
                  trapped: true
                  form-seconds: "< 1"
                  approved: 1
                  rejected: 2
                  seen: 3
                  nearly-seen: 4
                  too-fast: [address, page]
                score: 5
                labels: [spam]
                reason: { en: "{name}, {words}." }
                examples:
                  match:
                    - body: A text
                      name: Somebody
                      email: someone@example.com
                      url: https://example.com/
                      ip: 192.0.2.7
                      language: en
                      page: { id: old, closed: true }
                      reply: true
                      form: { trapped: true, seconds: 0.5 }
                      facts: { approved: 1, rejected: 2, seenBefore: 3, nearlySeenBefore: 4, tooFast: [page] }
            """));

        Assert.Equal("Everything", Assert.Single(ruleset.For("demo").Rules).Id);
    }

    private static Judgement Judge(string rules, string body) =>
        RuleDirectory.Read(rules).Judge(new Draft(new CommentText(SomeComment.With(body)), KnownFacts.Nothing));
}
