using Moderation.Contracts;

namespace Moderation.Worker;

/// <summary>A verdict and what follows from it.</summary>
internal sealed record Judgement(Outcome Outcome, Verdict Verdict)
{
    /// <summary>Of a comment that its author had erased: nobody is to hear of it again.</summary>
    public static readonly Judgement Erased = new(Outcome.Reject, new Verdict { Score = 0, Findings = [], Ruleset = "" });
}
