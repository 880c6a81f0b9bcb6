using System.Net;
using System.Net.Sockets;
using Moderation.Hosting.Sites;

namespace Moderation.Worker.Facts;

/// <summary>The keyed hash under which a network address is limited: a whole IPv4 address, or the /64 that an IPv6 subscriber is given.</summary>
internal static class AddressKey
{
    public static string? Of(Site site, string? ip) =>
        IPAddress.TryParse(ip, out var address) ? site.KeyedHash("address", Subscriber(address)) : null;

    private static string Subscriber(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return Convert.ToHexStringLower(address.AddressFamily is AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes);
    }
}
