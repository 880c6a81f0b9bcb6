using Moderation.Worker.Facts;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>
/// More comments than a rate allows: <c>too-fast: [address, email]</c>, or <c>true</c> for any. It fills <c>{from}</c> and <c>{rate}</c>.
/// </summary>
internal sealed class TooFast(RateDimensions meant, Limits limits) : ICondition
{
    private const RateDimensions Any =
        RateDimensions.Address | RateDimensions.Network | RateDimensions.Email | RateDimensions.Page | RateDimensions.Site;

    /// <summary>As rule files name them, the narrowest first.</summary>
    public static readonly IReadOnlyDictionary<string, RateDimensions> ByName = new Dictionary<string, RateDimensions>(StringComparer.Ordinal)
    {
        ["address"] = RateDimensions.Address,
        ["network"] = RateDimensions.Network,
        ["email"] = RateDimensions.Email,
        ["page"] = RateDimensions.Page,
        ["site"] = RateDimensions.Site,
    };

    private static readonly (RateDimensions Dimension, string English, string Hindi)[] _names =
    [
        (RateDimensions.Address, "from this network address", "इस नेटवर्क पते से"),
        (RateDimensions.Network, "from this network", "इस नेटवर्क से"),
        (RateDimensions.Email, "from this email", "इस ईमेल से"),
        (RateDimensions.Page, "under this page", "इस पेज पर"),
        (RateDimensions.Site, "on this site", "इस साइट पर"),
    ];

    public IReadOnlyList<string> Placeholders { get; } = ["from", "rate"];

    public static ICondition Read(Setting setting, RuleContext context)
    {
        if (setting.Written is "true" or "false")
        {
            var any = new TooFast(Any, context.Limits);
            return setting.Flag() ? any : new Not(any);
        }

        return new TooFast(setting.Items().Aggregate(RateDimensions.None, (all, item) => all | item.OneOf(ByName)), context.Limits);
    }

    // While the shared counts cannot be read, a worker's own may still say that it is too fast, but never that it is not.
    public bool? Holds(Draft draft) => (draft.Facts.TooFast & meant) != RateDimensions.None ? true : draft.HasFacts ? false : null;

    public void Explain(Draft draft, Evidence evidence)
    {
        var exceeded = draft.Facts.TooFast & meant;
        var names = _names.Where(name => exceeded.HasFlag(name.Dimension)).ToList();
        evidence.Tell("from", string.Join(" and ", names.Select(name => name.English)), string.Join(" और ", names.Select(name => name.Hindi)));
        if (names.Count > 0 && limits.Rates.TryGetValue(names[0].Dimension, out var rate))
        {
            evidence.Tell(
                "rate",
                $"{rate.Burst} at once, then one every {Durations.InEnglish(rate.Interval)}",
                $"एक साथ {rate.Burst}, फिर हर {Durations.InHindi(rate.Interval)} में एक");
        }
    }
}
