using System.Net;
using System.Net.Sockets;
using Moderation.Hosting.Sites;

namespace Moderation.Worker.Facts;

/// <summary>The keyed hashes under which network addresses are limited.</summary>
internal static class AddressKey
{
    /// <summary>A whole IPv4 address, or the /64 that an IPv6 subscriber is given. Null when it is no address.</summary>
    public static string? OfSubscriber(Site site, string? ip) => Read(ip) switch
    {
        null => null,
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Hash(site, "address", address, 8),
        var address => Hash(site, "address", address, 4),
    };

    /// <summary>The /48 of an IPv6 address, which one customer may have to spread over. Null for IPv4.</summary>
    public static string? OfNetwork(Site site, string? ip) =>
        Read(ip) is { AddressFamily: AddressFamily.InterNetworkV6 } address ? Hash(site, "network", address, 6) : null;

    private static IPAddress? Read(string? ip) =>
        IPAddress.TryParse(ip, out var address) ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address : null;

    private static string Hash(Site site, string purpose, IPAddress address, int bytes) =>
        site.KeyedHash(purpose, Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, bytes)));
}
