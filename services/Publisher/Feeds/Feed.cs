using System.Security.Cryptography;
using System.Text;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Feeds;

/// <summary>The newest comments of a page or of a whole site.</summary>
internal sealed record Feed
{
    public required PageRef Page { get; init; }

    public required Site Site { get; init; }

    /// <summary>Of the page; 1 for a site, which has none.</summary>
    public required long Version { get; init; }

    public required string? PageUrl { get; init; }

    public required string? PageTitle { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    public string Title => string.IsNullOrEmpty(PageTitle) ? Site.Name : $"{PageTitle} – {Site.Name}";

    /// <summary>When the newest of what is in it came; the beginning of time for an empty one, which has nothing to be newer than.</summary>
    public DateTimeOffset Updated => Entries.Count == 0 ? DateTimeOffset.UnixEpoch : Entries.Max(entry => entry.Updated);

    /// <summary>Always the same for the same page or site, wherever it is served (RFC 9562, version 8).</summary>
    public Guid Id
    {
        get
        {
            var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"feed\n{Page.SiteId}\n{Page.PageKey}"));
            bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
            bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
            return new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        }
    }
}
