using Moderation.Worker.Rules.Conditions;

namespace Moderation.Worker.Rules.Loading;

/// <summary>Reads what must be so for a rule to speak.</summary>
internal static class WhenReader
{
    /// <summary>A map of conditions: all of them must hold.</summary>
    public static ICondition Read(Setting setting, RuleContext context)
    {
        var parts = setting.Map().Own.Select(part => One(part, context)).ToList();
        return parts switch
        {
            [] => throw setting.Wrong($"'{setting.Name}' has no conditions"),
            [var only] => only,
            _ => new AllOf(parts),
        };
    }

    /// <summary>A list of such maps.</summary>
    public static IReadOnlyList<ICondition> Each(Setting setting, RuleContext context) => setting.IsList
        ? [.. setting.Items().Select(item => Read(item, context))]
        : throw setting.Wrong($"'{setting.Name}' must be a list of conditions");

    private static ICondition One(Setting part, RuleContext context) =>
        All.Conditions.TryGetValue(part.Name, out var reader) ? reader(part, context) : throw part.Wrong($"there is no condition '{part.Name}'");
}
