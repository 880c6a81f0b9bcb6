using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Moderation.Dashboard.SignIn;

/// <summary>Locks an address out for a minute after five wrong passwords. Each instance counts for itself.</summary>
internal sealed class WrongPasswords(TimeProvider time)
{
    private const int Allowed = 5;
    private const int Remembered = 10_000;
    private static readonly TimeSpan _memory = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Tries while locked do not make the lock longer.</summary>
    public bool AreTooMany(IPAddress? address) =>
        _counts.TryGetValue(Key(address), out var count) && count.Wrong >= Allowed && count.Until > time.GetUtcNow();

    public void Add(IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (_counts.Count >= Remembered)
        {
            Forget(now);
        }

        _counts.AddOrUpdate(
            Key(address),
            _ => new Count(1, now + _memory),
            (_, known) => known.Until > now ? new Count(known.Wrong + 1, now + _memory) : new Count(1, now + _memory));
    }

    public void Clear(IPAddress? address) => _counts.TryRemove(Key(address), out _);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, count) in _counts)
        {
            if (count.Until <= now)
            {
                _counts.TryRemove(key, out _);
            }
        }
    }

    // One household of IPv6 has a whole /64 to try from.
    private static string Key(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };

    private sealed record Count(int Wrong, DateTimeOffset Until);
}
