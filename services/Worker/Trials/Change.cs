using Moderation.Contracts;

namespace Moderation.Worker.Trials;

/// <summary>A comment whose outcome two rulesets see differently.</summary>
internal sealed record Change(TrialComment Trial, Judgement Before, Judgement After)
{
    public CommentSubmitted Comment => Trial.Comment!;

    /// <summary>The rules that made the difference. None when only the bands did.</summary>
    public IReadOnlyList<Difference> Differences { get; } =
    [
        .. Before.Verdict.Findings.Concat(After.Verdict.Findings)
            .Select(finding => finding.Rule)
            .Distinct(StringComparer.Ordinal)
            .Select(rule => new Difference(rule, FindingOf(Before, rule), FindingOf(After, rule)))
            .Where(difference => difference.Before?.Score != difference.After?.Score),
    ];

    private static Finding? FindingOf(Judgement judgement, string rule) => judgement.Verdict.Findings.FirstOrDefault(finding => finding.Rule == rule);
}

/// <summary>What one rule says before and after; null when it is silent.</summary>
internal sealed record Difference(string Rule, Finding? Before, Finding? After);
