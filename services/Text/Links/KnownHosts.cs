namespace Moderation.Text.Links;

/// <summary>Domains that are worth imitating, read once for any number of hosts. Immutable: share one among threads.</summary>
public sealed class KnownHosts
{
    private readonly (string Domain, string Skeleton)[] _domains;

    /// <param name="domains">As people write them, <c>example.com</c>.</param>
    public KnownHosts(IEnumerable<string> domains)
    {
        ArgumentNullException.ThrowIfNull(domains);

        _domains = [.. domains.Select(domain => (domain, HostSkeleton.Of(domain)))];
    }

    /// <summary>The domain that the host imitates, or null; see <see cref="HostNames.LooksLike"/>.</summary>
    public string? LooksLike(string host)
    {
        ArgumentNullException.ThrowIfNull(host);

        foreach (var (domain, _) in _domains)
        {
            if (HostNames.IsWithin(host, domain))
                return null;
        }

        var skeleton = HostSkeleton.Of(host);
        foreach (var (domain, known) in _domains)
        {
            if (HostNames.Imitates(skeleton, known))
                return domain;
        }
        return null;
    }
}
