using Moderation.Hosting;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

/// <summary>What rules make of a model's word. The bands are 5 and 10.</summary>
public sealed class LearnedRuleTests
{
    private const string Abuse = "{ id: LearnedAbuse, when: { learned: abuse }, score: 6.25, labels: [abuse], reason: { en: \"{learned}: {learned-words}.\", hi: \"{learned}: {learned-words}।\" } }";
    private const string Spam = "{ id: LearnedSpam, when: { learned: { head: spam, from: 0.3 } }, score: 6.25, labels: [spam], reason: { en: \"{learned}.\" } }";
    private const string Fine = "{ id: LearnedFine, when: { learned: { fine: 0.95 } }, score: -2, labels: [], reason: { en: \"{learned}.\" } }";
    private const string Three = "{ id: Three, when: { words: [three] }, score: 3, labels: [spam], reason: { en: \"Three.\" } }";
    private const string Four = "{ id: Four, when: { words: [four] }, score: 4, labels: [spam], reason: { en: \"Four.\" } }";
    private const string Five = "{ id: Five, when: { words: [five] }, score: 5, labels: [spam], reason: { en: \"Five.\" } }";

    [Theory]
    [InlineData(1, "Hold", 6.25)]
    [InlineData(0.8, "Hold", 5)]
    [InlineData(0.79, "Approve", 4.94)]
    [InlineData(0.5, "Approve", 3.12)]
    [InlineData(0.49, "Approve", 0)]
    public void A_finding_scores_as_much_as_it_is_likely(double likely, string outcome, double score)
    {
        var judgement = Judge("text", new Probabilities(likely, 0), Abuse, Spam);

        Assert.Equal((outcome, score), (judgement.Outcome.ToString(), judgement.Verdict.Score));
        Assert.All(judgement.Verdict.Findings, finding => Assert.Equal(("LearnedAbuse", likely), (finding.Rule, finding.Probability)));
        Assert.Equal(score > 0, judgement.Verdict.Findings.Count == 1);
    }

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.29, false)]
    public void A_rule_says_from_where_on_it_speaks(double likely, bool speaks) =>
        Assert.Equal(speaks, Judge("text", new Probabilities(0, likely), Spam).Verdict.Findings.Count == 1);

    [Theory]
    [InlineData("text", "6.25 3.74")]
    [InlineData("three", "3 6.25 0.74")]
    [InlineData("four", "4 5.99 0")]
    public void What_was_learned_holds_and_never_rejects_by_itself(string body, string scores)
    {
        var judgement = Judge(body, new Probabilities(1, 1), Three, Four, Five, Abuse, Spam);

        Assert.Equal((Outcome.Hold, 9.99), (judgement.Outcome, Math.Round(judgement.Verdict.Score, 9)));
        Assert.Equal(scores, Scores(judgement));
    }

    [Fact]
    public void Beside_what_holds_a_comment_without_it_it_counts_in_full()
    {
        var judgement = Judge("five", new Probabilities(1, 1), Five, Abuse, Spam);

        Assert.Equal((Outcome.Reject, "5 6.25 6.25"), (judgement.Outcome, Scores(judgement)));
    }

    [Fact]
    public void What_was_learned_elsewhere_never_helps_to_reject()
    {
        var comment = SomeComment.With($"{SomeModel.Abuse} five");

        var start = Judge(new CommentText(comment) { Model = SomeModel.Taught, Start = SomeModel.Taught }, [Five, Abuse]);
        var ofSite = Judge(new CommentText(comment) { Model = SomeModel.Taught, Start = Model.Blank }, [Five, Abuse]);

        Assert.Equal((Outcome.Hold, "5 4.99"), (start.Outcome, Scores(start)));
        Assert.Equal(Outcome.Reject, ofSite.Outcome);
    }

    [Theory]
    [InlineData("{ head: abuse, from: 0, untaught: 1 }", 0, 1)]
    [InlineData("{ head: abuse, from: 1, untaught: 0 }", 1, 0)]
    [InlineData("{ head: abuse, from: 0 }", 1, 1)]
    [InlineData("{ head: abuse, from: 1 }", 0, 0)]
    public void A_rule_may_ask_more_certainty_until_the_site_has_taught_it(string learned, int untaught, int taught)
    {
        var rule = $"{{ id: Some, when: {{ learned: {learned} }}, score: 1, labels: [], reason: {{ en: Some. }} }}";
        var comment = SomeComment.With(SomeModel.Abuse);

        var start = Judge(new CommentText(comment) { Model = SomeModel.Taught, Start = SomeModel.Taught }, [rule]);
        var ofSite = Judge(new CommentText(comment) { Model = SomeModel.Taught, Start = Model.Blank }, [rule]);

        Assert.Equal((untaught, taught), (start.Verdict.Findings.Count, ofSite.Verdict.Findings.Count));
    }

    [Fact]
    public void A_head_of_which_the_site_has_taught_nothing_is_as_it_was_learned_elsewhere()
    {
        var trainer = new Trainer(SomeModel.Taught);
        trainer.Learn(new Lesson(TextView.Decoded(SomeModel.Spam), null, true));
        var text = new CommentText(SomeComment.With("text")) { Model = trainer.ToModel(abuseCounts: false), Start = SomeModel.Taught };

        Assert.False(text.IsLearnedHere(Head.Abuse));
        Assert.True(text.IsLearnedHere(Head.Spam));
    }

    [Theory]
    [InlineData("learned: abuse")]
    [InlineData("learned: { fine: 0 }")]
    [InlineData("not: { learned: spam }")]
    [InlineData("any: [{ length: 99 }, { all: [{ length: 4 }, { learned: abuse }] }]")]
    public void No_score_and_no_detour_lets_it_reject(string when)
    {
        var judgement = Judge("text", new Probabilities(0.9, 0), $"{{ id: Much, when: {{ {when} }}, score: 1000, labels: [], reason: {{ en: Much. }} }}");

        Assert.Equal((Outcome.Hold, "9.99"), (judgement.Outcome, Scores(judgement)));
    }

    [Theory]
    [InlineData("three", "3 -1.96", "Approve")]
    [InlineData("three four", "3 4 -1.96", "Hold")]
    [InlineData("four", "4 -1.96", "Approve")]
    [InlineData("five", "5", "Hold")]
    [InlineData("four five", "4 5", "Hold")]
    [InlineData("text", "", "Approve")]
    public void What_is_likely_fine_outweighs_only_what_would_not_hold_alone(string body, string scores, string outcome)
    {
        var judgement = Judge(body, new Probabilities(0.01, 0.02), Fine, Three, Four, Five);

        Assert.Equal((scores, outcome), (Scores(judgement), judgement.Outcome.ToString()));
    }

    [Theory]
    [InlineData(0.05, 0.05, true)]
    [InlineData(0.06, 0.01, false)]
    [InlineData(0.01, 0.06, false)]
    public void Only_what_is_likely_neither_abuse_nor_spam_is_fine(double abuse, double spam, bool speaks) =>
        Assert.Equal(speaks, Judge("three", new Probabilities(abuse, spam), Fine, Three).Verdict.Findings.Count == 2);

    [Theory]
    [InlineData("text", 9.99)]
    [InlineData("four", 5.99)]
    [InlineData("five", 1000)]
    public void On_trial_it_tells_what_it_would_have_counted(string body, double score)
    {
        const string much = "{ id: Much, mode: shadow, when: { learned: abuse }, score: 1000, labels: [], reason: { en: Much. } }";

        var verdict = Judge(body, new Probabilities(1, 0), much, Four, Five).Verdict;

        Assert.Equal(score, Assert.Single(verdict.Shadow).Score, 0.001);
    }

    [Fact]
    public void A_reason_tells_how_likely_it_is_and_the_words_and_marks_them()
    {
        var finding = Assert.Single(Judge("Look, you FROBNICATED grommet", SomeModel.Taught, Abuse, Fine).Verdict.Findings);

        Assert.Matches("^[0-9]{2}%: .*“FROBNICATED”", finding.Reason);
        Assert.Equal(finding.Reason.TrimEnd('.'), finding.Translations!["hi"].TrimEnd('।'));
        Assert.Contains(finding.Spans, span => (span.Field, span.Start, span.Length) == ("body", 10, 11));
        Assert.Equal(6.25 * finding.Probability!.Value, finding.Score, 0.006);
    }

    [Fact]
    public void A_reason_without_a_word_that_stands_out_is_about_the_whole_text()
    {
        var finding = Assert.Single(Judge("text", new Probabilities(0.9999, 0), Abuse).Verdict.Findings);

        Assert.Equal(("99%: the text as a whole.", "99%: पूरा पाठ।"), (finding.Reason, finding.Translations!["hi"]));
        Assert.Empty(finding.Spans);
    }

    [Fact]
    public void A_verdict_names_the_model_that_was_asked()
    {
        Assert.Equal(SomeModel.Taught.Version, Judge(SomeModel.Fine, SomeModel.Taught, Abuse).Verdict.Model);
        Assert.Null(Judge(SomeModel.Fine, SomeModel.Taught, Three).Verdict.Model);
        Assert.Null(Judge(SomeModel.Fine, SomeModel.Taught, Abuse.Replace("id:", "mode: off, id:", StringComparison.Ordinal)).Verdict.Model);
    }

    [Theory]
    [InlineData("learned: { head: abuse, from: 0 }")]
    [InlineData("learned: { fine: 0 }")]
    [InlineData("not: { learned: abuse }")]
    public void A_model_that_has_learned_nothing_says_nothing(string when)
    {
        var verdict = Judge(SomeModel.Abuse, Model.Blank, $"{{ id: Any, when: {{ {when} }}, score: 1, labels: [], reason: {{ en: Any. }} }}").Verdict;

        Assert.Empty(verdict.Findings);
        Assert.Null(verdict.Model);
    }

    [Fact]
    public void A_head_that_has_learned_nothing_says_nothing()
    {
        const string either = "{ id: Either, when: { learned: { head: spam, from: 0 } }, score: 1, labels: [], reason: { en: Either. } }";

        var verdict = Judge(SomeModel.Abuse, SomeModel.OfAbuseAlone, Abuse, either, Fine).Verdict;

        Assert.Equal(["LearnedAbuse"], verdict.Findings.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("learned: hate", "'hate' is no learned; write abuse, spam")]
    [InlineData("learned: { head: abuse, from: 30 }", "'from' must be a number from 0 to 1")]
    [InlineData("learned: { from: 0.3 }", "'learned' needs 'head'")]
    [InlineData("learned: { head: abuse, untaught: 2 }", "'untaught' must be a number from 0 to 1")]
    [InlineData("learned: { fine: 0.9, head: abuse }", "nothing is called 'head' here")]
    public void A_wrong_condition_is_refused_with_a_sentence(string when, string sentence)
    {
        var exception = Assert.Throws<InvalidConfigurationException>(() => Judge("text", Model.Blank, $"{{ id: Any, when: {{ {when} }}, score: 1, labels: [], reason: {{ en: Any. }} }}"));

        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
    }

    private static Judgement Judge(string body, Probabilities told, params string[] rules) =>
        Judge(new CommentText(SomeComment.With(body)) { Model = Model.Blank, Told = told }, rules);

    private static Judgement Judge(string body, Model model, params string[] rules) => Judge(new CommentText(SomeComment.With(body)) { Model = model }, rules);

    private static Judgement Judge(CommentText text, string[] rules) =>
        RuleDirectory.Read(RuleDirectory.With($"rules:\n{string.Concat(rules.Select(rule => $"  - {rule}\n"))}")).Judge(new Draft(text, KnownFacts.Nothing));

    private static string Scores(Judgement judgement) =>
        string.Join(' ', judgement.Verdict.Findings.Select(finding => FormattableString.Invariant($"{finding.Score:0.##}")));
}
