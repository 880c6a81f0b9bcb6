using System.Collections.Frozen;
using Moderation.Learning;

namespace Moderation.Worker.Learned;

/// <summary>The model of each site; of one where nothing was learned yet it is the one that all start from.</summary>
internal sealed class ModelsInForce(Model start)
{
    private volatile FrozenDictionary<string, SiteModel> _ofSites = FrozenDictionary<string, SiteModel>.Empty;

    /// <summary>The model that all sites start from.</summary>
    public Model Start => start;

    /// <summary>Those that were learned.</summary>
    public IReadOnlyDictionary<string, SiteModel> OfSites => _ofSites;

    /// <summary>Take it once a comment.</summary>
    public Model For(string siteId) => _ofSites.TryGetValue(siteId, out var ofSite) ? ofSite.Model : Start;

    /// <summary>The version that is known of a site; null when none is.</summary>
    public long? VersionOf(string siteId) => _ofSites.TryGetValue(siteId, out var ofSite) ? ofSite.Version : null;

    /// <summary>Puts a site's model in the place of the one before. By one at a time.</summary>
    public void Put(string siteId, SiteModel ofSite) =>
        _ofSites = _ofSites.Where(known => known.Key != siteId).Append(KeyValuePair.Create(siteId, ofSite)).ToFrozenDictionary(StringComparer.Ordinal);
}
