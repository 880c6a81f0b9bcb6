using Moderation.Learning;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>What the model of the site says of the body: <c>learned: abuse</c>, <c>{ head: spam, from: 0.3 }</c> or <c>{ fine: 0.95 }</c>.</summary>
internal static class Likelihood
{
    /// <summary>The placeholder for how likely it is.</summary>
    public const string Likely = "learned";

    /// <summary>The placeholder for the words that make it so.</summary>
    public const string Words = "learned-words";

    private const double Even = 0.5;

    private static readonly Dictionary<string, Head> _heads = new(StringComparer.Ordinal) { ["abuse"] = Head.Abuse, ["spam"] = Head.Spam };

    public static ICondition Read(Setting setting, RuleContext context)
    {
        if (!setting.IsMap)
        {
            return new LikelyRefused(setting.OneOf(_heads), Even);
        }

        var map = setting.Map();
        ICondition condition = map.TryGet("fine", out var fine)
            ? new LikelyFine(fine.Probability())
            : new LikelyRefused(map.Get("head").OneOf(_heads), map.TryGet("from", out var from) ? from.Probability() : Even);
        map.RefuseWhatNobodyRead();
        return condition;
    }

    /// <summary>In whole percent. A model is never certain.</summary>
    public static string Percent(double probability) => $"{Math.Clamp(Math.Round(probability * 100), 1, 99)}%";
}
