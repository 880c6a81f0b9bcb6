using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>How many web links the text has: <c>links: "&gt; 2"</c>. It fills <c>{links}</c> and <c>{links-limit}</c>.</summary>
internal sealed class LinkCount(Comparison comparison) : ICondition
{
    public IReadOnlyList<string> Placeholders { get; } = ["links", "links-limit"];

    public static ICondition Read(Setting setting, RuleContext context) => new LinkCount(setting.Comparison());

    public bool? Holds(Draft draft) => comparison.Holds(draft.Text.Links.Count);

    public void Explain(Draft draft, Evidence evidence)
    {
        evidence.Tell("links", draft.Text.Links.Count);
        evidence.Tell("links-limit", comparison.Limit);
        foreach (var link in draft.Text.Links)
        {
            evidence.Mark(Field.Body, link.Span);
        }
    }
}
