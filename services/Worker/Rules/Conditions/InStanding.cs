using Moderation.Hosting.Sites;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>What moderators decided about the author or the address: <c>standing: blocked</c>, <c>held</c> or <c>trusted</c>.</summary>
internal sealed class InStanding(Standing wanted) : ICondition
{
    public static readonly IReadOnlyDictionary<string, Standing> ByName = new Dictionary<string, Standing>(StringComparer.Ordinal)
    {
        ["trusted"] = Standing.Trusted,
        ["held"] = Standing.Held,
        ["blocked"] = Standing.Blocked,
    };

    public static ICondition Read(Setting setting, RuleContext context) => new InStanding(setting.OneOf(ByName));

    public bool? Holds(Draft draft) => draft.HasFacts ? draft.Facts.Standing == wanted : null;
}
