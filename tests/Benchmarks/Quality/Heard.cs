using Moderation.Contracts;

namespace Moderation.Benchmarks.Quality;

/// <summary>A labelled text and what the rules say of it.</summary>
internal sealed record Heard(LabelledText Row, IReadOnlyList<Finding> Findings, double Hold)
{
    /// <summary>What a row of the data may be, and the labels of the rules that say so.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Kinds = new Dictionary<string, string[]>
    {
        ["abuse"] = [Labels.Profanity, Labels.Abuse, Labels.Hate, Labels.Threat, Labels.Sexual, Labels.Harassment],
        ["spam"] = [Labels.Spam, Labels.Promotion, Labels.Links, Labels.Contact],
    };

    /// <summary>Whether any rule that says so counts.</summary>
    public bool IsNoticed(string kind) => ScoreOf(kind) > 0;

    /// <summary>Whether the rules that say so are enough to hold the text, whatever else is said of it.</summary>
    public bool IsHeld(string kind) => ScoreOf(kind) >= Hold;

    /// <summary>What rules would say that learn nothing.</summary>
    public Heard WithoutLearned() => this with { Findings = [.. Findings.Where(finding => !finding.Rule.StartsWith("Learned", StringComparison.Ordinal))] };

    /// <summary>What the rules that say so add up to.</summary>
    public double ScoreOf(string kind) => Findings.Where(finding => finding.Labels.Any(Kinds[kind].Contains)).Sum(finding => finding.Score);
}
