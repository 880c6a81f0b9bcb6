using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules;

/// <summary>What a rule adds to a verdict. The worst word found sets it, so that a long comment is not judged worse than a short one.</summary>
internal sealed record Scores(double Mild, double Strong, double Severe)
{
    /// <param name="words">The worst first.</param>
    public double Of(IReadOnlyList<FoundWord> words) => (words.Count == 0 ? Severity.Strong : words[0].Entry.Severity) switch
    {
        Severity.Mild => Mild,
        Severity.Strong => Strong,
        _ => Severe,
    };
}
