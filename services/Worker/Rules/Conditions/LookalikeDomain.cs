using Moderation.Text.Links;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>A link to a host that imitates one of these domains by look-alike letters, punycode among them. It fills <c>{lookalike}</c>.</summary>
internal static class LookalikeDomain
{
    // Each is compared letter by letter with every domain; a comment with more links than this is held for their number.
    private const int MostLinks = 100;

    public static ICondition Read(Setting setting, RuleContext context)
    {
        var (items, fields) = context.Items(setting, Fields.ByName, LinkedHosts.BodyAndUrl);
        var known = new KnownHosts(items.Select(LinkedDomain.Domain).Distinct());
        return new LinkedHosts("lookalike", link => known.LooksLike(link.Host) is { } imitated ? $"{link.Host} ({imitated})" : null, fields, MostLinks);
    }
}
