using Moderation.Contracts;

namespace Moderation.Worker;

/// <summary>A verdict and what follows from it.</summary>
internal sealed record Judgement(Outcome Outcome, Verdict Verdict);
