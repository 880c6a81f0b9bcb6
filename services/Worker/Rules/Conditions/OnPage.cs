using System.Collections.Frozen;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>A comment under one of these pages: <c>page: [about-us]</c>, or <c>page: closed</c> for those that the list of sites calls closed.</summary>
internal sealed class OnPage(FrozenSet<string>? ids) : ICondition
{
    public static ICondition Read(Setting setting, RuleContext context) =>
        new OnPage(setting.Written == "closed" ? null : context.Items(setting).Select(item => item.Text()).ToFrozenSet(StringComparer.Ordinal));

    public bool? Holds(Draft draft)
    {
        var page = draft.Text.Comment.Page.Id;
        return ids?.Contains(page) ?? draft.Site?.ClosedPages.Contains(page) ?? false;
    }
}
