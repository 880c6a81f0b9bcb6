using Moderation.Contracts;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules;

/// <summary>The rules in force on one site, or on every site that has no file of its own.</summary>
internal sealed class SiteRules(IReadOnlyList<Rule> rules, Bands bands, string hash)
{
    private readonly Rule[] _live = [.. rules.Where(rule => rule.Mode is RuleMode.Live && !rule.When.IsLearned)];
    private readonly Rule[] _shadow = [.. rules.Where(rule => rule.Mode is RuleMode.Shadow && !rule.When.IsLearned)];

    // What speaks for a comment last: what it may lower is known by then.
    private readonly Rule[] _learned = [.. rules.Where(rule => rule.Mode is not RuleMode.Off && rule.When.IsLearned).OrderBy(rule => rule.Scores.Strong < 0)];

    /// <summary>Every rule, those that are off among them.</summary>
    public IReadOnlyList<Rule> Rules { get; } = rules;

    public Bands Bands => bands;

    /// <summary>Every rule as the files have it, without what was changed at the desk.</summary>
    public IReadOnlyList<Rule> Filed { get; init; } = rules;

    /// <summary>The words that are looked for: all sites', and what this one has of its own.</summary>
    public required RuleContext Words { get; init; }

    /// <summary>Lower-case hex SHA-256 of the files behind these rules.</summary>
    public string Hash => hash;

    /// <summary>Evaluates every rule, never only the first that speaks, and adds up the scores.</summary>
    public Judgement Judge(Draft draft)
    {
        var findings = Evaluate(_live, draft);
        var learned = new LearnedFindings(bands, SumOf(findings));
        AddLearned(RuleMode.Live, draft, findings, learned, findings);
        var score = SumOf(findings);
        var missing = bands.Hold - score;
        if ((LimitsDegraded.Evaluate(draft, missing) ?? UnknownSite.Evaluate(draft, missing) ?? DeskUnknown.Evaluate(draft, missing)) is { } degraded)
        {
            findings.Add(degraded);
            score = SumOf(findings);
        }

        var shadow = Evaluate(_shadow, draft);
        AddLearned(RuleMode.Shadow, draft, findings, learned, shadow);
        return new Judgement(
            bands.Of(score), new Verdict { Score = score, Findings = findings, Shadow = shadow, Ruleset = hash, Model = draft.Text.ScoredBy });
    }

    private static List<Finding> Evaluate(Rule[] rules, Draft draft)
    {
        var findings = new List<Finding>();
        foreach (var rule in rules)
        {
            if (rule.Evaluate(draft) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    private void AddLearned(RuleMode mode, Draft draft, List<Finding> beside, LearnedFindings learned, List<Finding> to)
    {
        foreach (var rule in _learned)
        {
            if (rule.Mode == mode && rule.Evaluate(draft) is { } finding && learned.Beside(beside, finding, rule.IsLearnedHere(draft.Text)) is { } counted)
            {
                to.Add(counted);
            }
        }
    }

    private static double SumOf(List<Finding> findings)
    {
        var sum = 0.0;
        foreach (var finding in findings)
        {
            sum += finding.Score;
        }

        return sum;
    }
}
