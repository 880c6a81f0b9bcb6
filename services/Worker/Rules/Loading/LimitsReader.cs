using Moderation.Worker.Facts;
using Moderation.Worker.Rules.Conditions;

namespace Moderation.Worker.Rules.Loading;

/// <summary>Reads what comments are counted by.</summary>
internal static class LimitsReader
{
    public static Limits Read(Settings settings)
    {
        var rates = settings.Get("rates").Map();
        var repeats = settings.Get("repeats").Map();
        var limits = new Limits
        {
            Rates = rates.Own.ToDictionary(DimensionOf, RateOf),
            RepeatWindow = repeats.Get("window").Duration(),
            ShortestRepeat = repeats.Get("minimumLength").Count(),
        };
        repeats.RefuseWhatNobodyRead();
        settings.RefuseWhatNobodyRead();
        return limits;
    }

    private static RateDimensions DimensionOf(Setting rate) =>
        TooFast.ByName.TryGetValue(rate.Name, out var dimension)
            ? dimension
            : throw rate.Wrong($"nothing is counted by '{rate.Name}'; write {string.Join(", ", TooFast.ByName.Keys)}");

    private static Rate RateOf(Setting setting)
    {
        var map = setting.Map();
        var rate = new Rate(map.Get("burst").Positive(), map.Get("interval").Duration());
        map.RefuseWhatNobodyRead();
        return rate;
    }
}
