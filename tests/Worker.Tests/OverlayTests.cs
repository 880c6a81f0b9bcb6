using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Rules.Loading;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

/// <summary>What was changed at the desk, on top of the files.</summary>
public sealed class OverlayTests : IDisposable
{
    private readonly RuleDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(null, "Hold")]
    [InlineData("mild", "Approve")]
    [InlineData("severe", "Reject")]
    public void An_added_word_counts_by_its_severity(string? severity, string outcome)
    {
        var ruleset = With(Add("frob", severity));

        Assert.Equal(outcome, Outcome(ruleset, "You frob!"));
        Assert.Equal("Hold", Outcome(ruleset, "snarf"));
        Assert.Empty(ruleset.Notices);
    }

    [Fact]
    public void An_added_word_is_found_in_disguise()
    {
        var finding = Assert.Single(Judge(With(Add("frobnor")), "fr0bn0r").Verdict.Findings);

        Assert.Equal("frobnor", Assert.Single(finding.Spans).ReadAs);
    }

    [Fact]
    public void A_removed_word_no_longer_counts_and_the_others_do()
    {
        var ruleset = With(Remove("SNARF"));

        Assert.Equal("Approve", Outcome(ruleset, "snarf"));
        Assert.Equal("Reject", Outcome(ruleset, "wug wug"));
    }

    [Fact]
    public void A_word_added_again_has_another_severity_and_its_own_labels()
    {
        var verdict = Judge(With(Add("snarf", "severe") with { Labels = ["hate"] }), "snarf").Verdict;

        Assert.Equal((10, "hate"), (verdict.Score, Assert.Single(Assert.Single(verdict.Findings).Labels)));
    }

    [Fact]
    public void A_word_of_one_site_counts_there_only()
    {
        var ruleset = With(Add("frob") with { Site = "demo" }, Remove("snarf") with { Site = "demo" });

        Assert.Equal(("Hold", "Approve"), (Outcome(ruleset, "frob"), Outcome(ruleset, "frob", "other")));
        Assert.Equal(("Approve", "Hold"), (Outcome(ruleset, "snarf"), Outcome(ruleset, "snarf", "other")));
        Assert.Equal(("Reject", "Reject"), (Outcome(ruleset, "wug wug"), Outcome(ruleset, "wug wug", "other")));
    }

    [Fact]
    public void An_innocent_word_takes_hits_away_on_all_sites_and_cannot_be_of_one()
    {
        File.WriteAllText(Path.Combine(_directory.Path, "words", "innocent.en.txt"), "nosuch");
        var innocent = new WordChange { List = "innocent", Language = "en", Entry = "snarf island" };

        Assert.Equal("Approve", Outcome(With(innocent), "snarf island"));
        var ofSite = With(innocent with { Site = "demo" });
        Assert.Equal("Hold", Outcome(ofSite, "snarf island"));
        Assert.Equal((RulesNotices.InnocentOfSite, true), Told(ofSite));
    }

    [Theory]
    [InlineData("off", "Approve", 0)]
    [InlineData("shadow", "Approve", 1)]
    [InlineData("live", "Hold", 0)]
    public void A_rule_has_the_mode_that_the_desk_gave_it(string mode, string outcome, int shadow)
    {
        var judgement = Judge(With(new RuleChange { Rule = "BannedWords", Mode = mode }), "snarf");

        Assert.Equal((outcome, shadow), (judgement.Outcome.ToString(), judgement.Verdict.Shadow.Count));
    }

    [Fact]
    public void A_rule_has_the_scores_that_the_desk_gave_it()
    {
        var ruleset = With(
            new RuleChange { Rule = "BannedWords", Score = Scores(1, 2, 3) }, new RuleChange { Rule = "TooManyLinks", Score = Scores(7, 7, 7), Site = "demo" });

        Assert.Equal((1, 2, 3), (Score("blorb"), Score("snarf"), Score("wug wug")));
        Assert.Equal((12, 10), (Score("a.com b.com c.com"), Score("a.com b.com c.com", "other")));

        double Score(string body, string site = "demo") => Judge(ruleset, body, site).Verdict.Score;
    }

    [Fact]
    public void What_the_file_of_a_site_says_goes_before_a_change_for_all_sites_and_one_for_the_site_before_that()
    {
        File.WriteAllText(_directory.SiteFile("demo"), "rules: [{ id: BannedWords, mode: off }]");
        var forAll = new RuleChange { Rule = "BannedWords", Mode = "shadow", Score = Scores(6, 6, 6) };

        Assert.Empty(Judge(With(forAll), "snarf").Verdict.Shadow);
        Assert.Single(Judge(With(forAll), "snarf", "other").Verdict.Shadow);
        Assert.Equal(6, Judge(With(forAll, new RuleChange { Site = "demo", Rule = "BannedWords", Mode = "live" }), "snarf").Verdict.Score);
    }

    [Theory]
    [InlineData("abuse", "en", "frob | dreadful", null, RulesNotices.WrongEntry)]
    [InlineData("abuse", "en", "1234", null, RulesNotices.WrongEntry)]
    [InlineData("abuse", "en", "fr*ob", null, RulesNotices.WrongEntry)]
    [InlineData("abuse", "en", "frob", "dreadful", RulesNotices.WrongEntry)]
    [InlineData("nowhere", "en", "frob", null, RulesNotices.NoSuchList)]
    [InlineData("abuse", "ta", "frob", null, RulesNotices.NoSuchLanguage)]
    public void A_change_that_cannot_be_carried_out_is_told_and_all_others_are(string list, string language, string entry, string? severity, string code)
    {
        var ruleset = With(new WordChange { List = list, Language = language, Entry = entry, Severity = severity }, Add("grotch"));

        Assert.Equal((code, true), Told(ruleset));
        Assert.Equal("Hold", Outcome(ruleset, "grotch"));
    }

    [Fact]
    public void A_rule_whose_file_is_gone_is_told_and_never_a_failure()
    {
        var ruleset = With(new RuleChange { Rule = "Gone", Mode = "off" }, new RuleChange { Rule = "TooManyLinks", Mode = "sometimes" }, new RuleChange { Rule = "RepeatedText", Score = Scores(1, 2, 3) });

        Assert.Equal([RulesNotices.NoSuchMode, RulesNotices.WrongScore, RulesNotices.NoSuchRule], ruleset.Notices.Select(notice => notice.Code));
        Assert.Equal("Hold", Outcome(ruleset, "snarf"));
    }

    [Fact]
    public void An_example_that_a_removed_word_was_for_is_told_and_refuses_nothing()
    {
        File.WriteAllText(_directory.RulesFile, RuleDirectory.Rules.Replace("reason: { en: \"Banned words: {words}.\" }", "reason: { en: \"Banned words: {words}.\" }\n    examples: { match: [snarf] }", StringComparison.Ordinal));

        var ruleset = With(Remove("snarf"));

        Assert.Equal((RulesNotices.ExampleFails, false), Told(ruleset));
        Assert.Equal("Approve", Outcome(ruleset, "snarf"));
    }

    [Fact]
    public void A_file_whose_example_fails_by_itself_is_refused_with_the_desks_words_too()
    {
        File.WriteAllText(_directory.RulesFile, RuleDirectory.Rules.Replace("reason: { en: \"Banned words: {words}.\" }", "reason: { en: \"Banned words: {words}.\" }\n    examples: { match: [fine] }", StringComparison.Ordinal));

        Assert.Throws<InvalidConfigurationException>(() => With(Remove("snarf")));
    }

    [Fact]
    public void The_hash_is_that_of_files_and_changes_and_not_of_who_made_them()
    {
        var files = With().Hash;
        var changed = With(Add("frob"), Add("grotch"));

        Assert.NotEqual(files, changed.Hash);
        Assert.Equal(changed.Hash, With(Add("grotch") with { By = "admin", At = DateTimeOffset.UnixEpoch }, Add("frob")).Hash);
        var ofSite = With(Add("frob") with { Site = "demo" });
        Assert.Equal((files, true), (ofSite.For("other").Hash, files != ofSite.For("demo").Hash));
        Assert.Equal(files, Ruleset.Read(_directory.Path).Hash);
    }

    private static WordChange Add(string entry, string? severity = null) => new() { List = "abuse", Language = "en", Entry = entry, Severity = severity };

    private static WordChange Remove(string entry) => new() { List = "abuse", Language = "en", Entry = entry, IsRemoved = true };

    private static RuleScores Scores(double mild, double strong, double severe) => new() { Mild = mild, Strong = strong, Severe = severe };

    private Ruleset With(params WordChange[] words) => RulesetReader.Read(RuleFiles.Read(_directory.Path), new RulesOverlay { Words = words });

    private Ruleset With(params RuleChange[] rules) => RulesetReader.Read(RuleFiles.Read(_directory.Path), new RulesOverlay { Rules = rules });

    private Ruleset With() => RulesetReader.Read(RuleFiles.Read(_directory.Path), RulesOverlay.Empty);

    private static (string, bool) Told(Ruleset ruleset) => Assert.Single(ruleset.Notices) is var notice ? (notice.Code, notice.IsFault) : default;

    private static string Outcome(Ruleset ruleset, string body, string site = "demo") => Judge(ruleset, body, site).Outcome.ToString();

    private static Judgement Judge(Ruleset ruleset, string body, string site = "demo") =>
        ruleset.Judge(new Draft(new CommentText(SomeComment.With(body, site: site)), KnownFacts.Nothing));
}
