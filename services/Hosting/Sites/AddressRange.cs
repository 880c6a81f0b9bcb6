using System.Net;
using System.Net.Sockets;

namespace Moderation.Hosting.Sites;

/// <summary>
/// Network addresses that are treated alike. Only of the sizes that networks are handed out in, so that whoever looks an
/// address up has three ranges to ask for: an IPv4 address alone, its /24 and its /16; of IPv6 the /64 of a subscriber, the /48 and the /32.
/// </summary>
public static class AddressRange
{
    private static readonly int[] _sizes4 = [32, 24, 16];
    private static readonly int[] _sizes6 = [64, 48, 32];

    /// <summary>The ranges around an address, the narrowest first; none when it is no address.</summary>
    public static IReadOnlyList<IPNetwork> Around(string? ip) =>
        IPAddress.TryParse(ip, out var address) ? [.. SizesOf(Plain(address)).Select(size => Around(Plain(address), size))] : [];

    /// <summary>Reads <c>192.0.2.7</c>, <c>192.0.2.0/24</c> or <c>2001:db8::/48</c>; false for anything else and for other sizes.</summary>
    public static bool TryParse(string? text, out IPNetwork range)
    {
        range = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (!IPAddress.TryParse(slash < 0 ? text : text![..slash], out var address))
        {
            return false;
        }

        var plain = Plain(address);
        var size = SizesOf(plain)[0];
        if (slash >= 0 && !(int.TryParse(text![(slash + 1)..], out size) && SizesOf(plain).Contains(size)))
        {
            return false;
        }

        range = Around(plain, size);
        return true;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static int[] SizesOf(IPAddress address) => address.AddressFamily is AddressFamily.InterNetworkV6 ? _sizes6 : _sizes4;

    // All sizes are whole bytes.
    private static IPNetwork Around(IPAddress address, int size)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(size / 8).Clear();
        return new IPNetwork(new IPAddress(bytes), size);
    }
}
