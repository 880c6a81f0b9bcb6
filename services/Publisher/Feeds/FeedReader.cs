using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Sites;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Feeds;

/// <summary>Reads the newest published comments.</summary>
internal sealed class FeedReader([FromKeyedServices(PublisherModule.Name)] DbDataSource database)
{
    private const string OfPage = "SELECT version, url, title FROM pages WHERE site_id = @SiteId AND page_key = @PageKey;";

    private const string Newest = """
        SELECT c.id, c.name, c.url, c.body, c.published_at AS PublishedAt, c.decided_at AS DecidedAt, page.url AS PageUrl, page.title AS PageTitle
        FROM comments AS c JOIN pages AS page ON page.site_id = c.site_id AND page.page_key = c.page_key
        WHERE c.site_id = @SiteId AND c.state = 'published'
        """;

    private const string Order = "ORDER BY c.published_at DESC, c.id DESC LIMIT 50";

    public async Task<Feed> ReadAsync(PageRef page, Site site, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginSnapshotAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"{OfPage} {Newest} {(page.IsSite ? "" : "AND c.page_key = @PageKey")} {Order}", page, snapshot, cancellationToken: cancellationToken));
        var known = await results.ReadSingleOrDefaultAsync<PageRow>();
        return new Feed
        {
            Page = page,
            Site = site,
            Version = page.IsSite ? 1 : known?.Version ?? 0,
            PageUrl = known?.Url,
            PageTitle = known?.Title,
            Entries = (await results.ReadAsync<FeedEntry>()).AsList(),
        };
    }

    private sealed record PageRow
    {
        public required long Version { get; init; }

        public required string? Url { get; init; }

        public required string Title { get; init; }
    }
}
