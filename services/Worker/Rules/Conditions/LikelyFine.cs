namespace Moderation.Worker.Rules.Conditions;

/// <summary>What moderators are likely to approve: neither abuse nor spam. It fills <c>{learned}</c>.</summary>
/// <param name="from">The least probability that counts.</param>
internal sealed class LikelyFine(double from) : ICondition
{
    public IReadOnlyList<string> Placeholders { get; } = [Learned.Likely];

    public bool IsLearned => true;

    public bool? Holds(Draft draft) => Probability(draft) is { } fine ? fine >= from : null;

    public void Explain(Draft draft, Evidence evidence)
    {
        if (Probability(draft) is { } fine && evidence.IsLikeliest(fine))
        {
            evidence.Tell(Learned.Likely, Learned.Percent(fine), Learned.Percent(fine));
        }
    }

    private static double? Probability(Draft draft) => draft.Text.Learned is { } learned ? 1 - Math.Max(learned.Abuse, learned.Spam) : null;
}
