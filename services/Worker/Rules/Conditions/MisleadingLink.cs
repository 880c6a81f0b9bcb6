using Moderation.Text.Links;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>A link whose own text names another host than it leads to. It fills <c>{misleading}</c>.</summary>
internal static class MisleadingLink
{
    private static readonly Field[] _body = [Field.Body];

    public static ICondition Read(Setting setting, RuleContext context)
    {
        var condition = new LinkedHosts("misleading", Misleads, _body);
        return setting.Flag() ? condition : new Not(condition);
    }

    private static string? Misleads(Link link) =>
        link.ShownHost is { } shown && !HostNames.IsWithin(link.Host, Plain(shown)) && !HostNames.IsWithin(shown, Plain(link.Host))
            ? $"{shown} → {link.Host}"
            : null;

    // www.example.com and example.com are one site to its readers.
    private static string Plain(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
