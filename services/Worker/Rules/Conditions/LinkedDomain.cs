using System.Collections.Frozen;
using System.Globalization;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>A link to one of these domains or below one: <c>domain: [bad.example]</c>. It fills <c>{domain}</c>.</summary>
internal static class LinkedDomain
{
    private static readonly IdnMapping _punycode = new();

    public static ICondition Read(Setting setting, RuleContext context)
    {
        var (items, fields) = context.Items(setting, Fields.ByName, LinkedHosts.BodyAndUrl);
        var domains = items.Select(Domain).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        return new LinkedHosts("domain", link => IsWithin(link.Host, domains) ? link.Host : null, fields);
    }

    /// <summary>A domain as links tell it: lower case, in Unicode.</summary>
    public static string Domain(Setting item)
    {
        var domain = item.Text().Trim().TrimEnd('.').ToLowerInvariant();
        if (domain.Length == 0 || domain.AsSpan().ContainsAny("/:@* "))
        {
            throw item.Wrong($"'{item.Written}' is no domain; write it as in example.com");
        }

        try
        {
            return _punycode.GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    private static bool IsWithin(string host, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> domains)
    {
        for (var rest = host.AsSpan(); rest.Length > 0;)
        {
            if (domains.Contains(rest))
            {
                return true;
            }

            var dot = rest.IndexOf('.');
            rest = dot < 0 ? [] : rest[(dot + 1)..];
        }

        return false;
    }
}
