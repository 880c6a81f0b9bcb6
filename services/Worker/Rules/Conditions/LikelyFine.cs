using Moderation.Learning;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>What moderators are likely to approve: neither abuse nor spam. It fills <c>{learned}</c>.</summary>
/// <param name="from">The least probability that counts.</param>
internal sealed class LikelyFine(double from) : ICondition
{
    public IReadOnlyList<string> Placeholders { get; } = [Likelihood.Likely];

    public bool IsLearned => true;

    public bool? Holds(Draft draft) => Probability(draft) is { } fine ? fine >= from : null;

    public void Explain(Draft draft, Evidence evidence)
    {
        if (Probability(draft) is { } fine && evidence.IsLikeliest(fine))
        {
            evidence.Tell(Likelihood.Likely, Likelihood.Percent(fine), Likelihood.Percent(fine));
        }
    }

    private static double? Probability(Draft draft) =>
        draft.Text.ProbabilityOf(Head.Abuse) is { } abuse && draft.Text.ProbabilityOf(Head.Spam) is { } spam ? 1 - Math.Max(abuse, spam) : null;
}
