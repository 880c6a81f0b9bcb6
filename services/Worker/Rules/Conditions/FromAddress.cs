using System.Net;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>A comment from one of these network addresses or ranges: <c>address: [192.0.2.7, "2001:db8::/32"]</c>.</summary>
internal sealed class FromAddress : ICondition
{
    private readonly HashSet<IPAddress> _addresses = [];
    private readonly List<IPNetwork> _ranges = [];

    public static ICondition Read(Setting setting, RuleContext context)
    {
        var condition = new FromAddress();
        foreach (var item in context.Items(setting))
        {
            condition.Add(item);
        }

        return condition;
    }

    public bool? Holds(Draft draft)
    {
        if (draft.Text.Address is not { } address)
        {
            return false;
        }

        if (_addresses.Contains(address))
        {
            return true;
        }

        foreach (var range in _ranges)
        {
            if (range.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Setting item)
    {
        var text = item.Text().Trim();
        if (IPAddress.TryParse(text, out var address))
        {
            _addresses.Add(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
        }
        else if (IPNetwork.TryParse(text, out var range))
        {
            _ranges.Add(range);
        }
        else
        {
            throw item.Wrong($"'{text}' is no address and no range; write 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32");
        }
    }
}
