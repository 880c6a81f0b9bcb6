using System.Net;

namespace Moderation.Hosting.Sites;

/// <summary>
/// How the dashboard leaves the standings of a site in Redis and the workers find them there: a hash a site, in which an
/// author's key or the keyed hash of an address range names the standing.
/// </summary>
public static class SharedStandings
{
    /// <summary>The field that tells which version of the standings the hash holds.</summary>
    public const string Version = "version";

    /// <summary>The <c>{site}</c> hash tag puts all keys of a site on one node.</summary>
    public static string Key(string site) => $"moderation:{{{site}}}:standings";

    public static string OfAuthor(string authorKey) => $"author:{authorKey}";

    public static string OfRange(Site site, IPNetwork range) => $"range:{site.KeyedHash("range", range.ToString())}";

    /// <summary>The fields that say something of a comment, the first found counts: the author before the address, the narrow range before the wide.</summary>
    public static IReadOnlyList<string> FieldsFor(Site site, string? authorKey, string? ip) =>
        [.. authorKey is null ? [] : new[] { OfAuthor(authorKey) }, .. AddressRange.Around(ip).Select(range => OfRange(site, range))];
}
