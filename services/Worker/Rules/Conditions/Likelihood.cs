using Moderation.Learning;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>What the model of the site says of the body: <c>learned: abuse</c>, <c>{ head: spam, from: 0.3, untaught: 0.5 }</c> or <c>{ fine: 0.95 }</c>.</summary>
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
            return new LikelyRefused(setting.OneOf(_heads), Even, Even);
        }

        var map = setting.Map();
        ICondition condition = map.TryGet("fine", out var fine) ? new LikelyFine(fine.Probability()) : ReadRefused(map);
        map.RefuseWhatNobodyRead();
        return condition;
    }

    private static LikelyRefused ReadRefused(Settings map)
    {
        var from = map.TryGet("from", out var least) ? least.Probability() : Even;
        return new LikelyRefused(map.Get("head").OneOf(_heads), from, map.TryGet("untaught", out var untaught) ? untaught.Probability() : from);
    }

    /// <summary>In whole percent. A model is never certain.</summary>
    public static string Percent(double probability) => $"{Math.Clamp(Math.Round(probability * 100), 1, 99)}%";
}
