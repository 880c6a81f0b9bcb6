using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Live;

/// <summary>Reads what changed on a page, each comment in its last state.</summary>
internal sealed class ChangeReader([FromKeyedServices(PublisherModule.Name)] DbDataSource database)
{
    private const int MostChanges = 100;

    // What was never public is nobody's business.
    private const string Changes = $"""
        SELECT version, comments FROM pages WHERE site_id = @SiteId AND page_key = @PageKey;

        SELECT {CommentRow.Columns}, c.version, c.replies
        FROM comments AS c
        WHERE c.site_id = @SiteId AND c.page_key = @PageKey AND c.version > @After AND c.published_at IS NOT NULL
        ORDER BY c.version, c.published_at, c.id LIMIT @Limit
        """;

    public async Task<PageChanges> ReadAsync(PageRef page, long after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginSnapshotAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            Changes,
            new { page.SiteId, page.PageKey, After = after, Limit = MostChanges + 1 },
            snapshot,
            cancellationToken: cancellationToken));
        var (version, comments) = await results.ReadSingleOrDefaultAsync<(long Version, long Comments)>();
        var changed = (await results.ReadAsync<ChangedComment>()).AsList();
        if (changed.Count <= MostChanges)
        {
            return new PageChanges { Events = ServerSentEvents.Of(changed, comments), Version = version, UpTo = version };
        }

        // What changed together is told together.
        var whole = changed.TakeWhile(comment => comment.Version < changed[^1].Version).ToList();
        var told = whole.Count > 0 ? whole : changed;
        return new PageChanges { Events = ServerSentEvents.Of(told, comments), Version = version, UpTo = told[^1].Version };
    }
}
