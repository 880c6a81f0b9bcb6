using System.Security.Claims;

namespace Moderation.Dashboard.SignIn;

/// <summary>The sites whose cases somebody may see and decide.</summary>
internal sealed record SiteScope
{
    public static SiteScope All { get; } = new() { IsAll = true, Sites = [] };

    public required bool IsAll { get; init; }

    /// <summary>The ids of the sites when they are not all; none of them means that nothing is to be seen.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>As claims and tables have it: the ids, or <see cref="DeskClaims.AllSites"/> alone.</summary>
    public IReadOnlyList<string> Words => IsAll ? [DeskClaims.AllSites] : Sites;

    /// <summary>Admins have all sites; others those of their claims, and without a claim none.</summary>
    public static SiteScope Of(ClaimsPrincipal user)
    {
        var sites = user.FindAll(DeskClaims.Site).Select(claim => claim.Value);
        return user.IsInRole(Roles.Admin) ? All : Of(sites);
    }

    /// <summary>Reads <see cref="Words"/>.</summary>
    public static SiteScope Of(IEnumerable<string> words) =>
        words.Distinct(StringComparer.Ordinal).ToList() is var sites && sites.Contains(DeskClaims.AllSites) ? All : Only(sites);

    public static SiteScope Only(IReadOnlyList<string> sites) => new() { IsAll = false, Sites = sites };

    public bool IsSame(SiteScope other) => IsAll == other.IsAll && Sites.Order(StringComparer.Ordinal).SequenceEqual(other.Sites.Order(StringComparer.Ordinal));

    public bool Covers(string site) => IsAll || Sites.Contains(site, StringComparer.Ordinal);
}
