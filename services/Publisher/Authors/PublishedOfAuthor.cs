using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Publisher.Decisions;

namespace Moderation.Publisher.Authors;

/// <summary>What was published of one author.</summary>
internal sealed class PublishedOfAuthor([FromKeyedServices(PublisherModule.Name)] DbDataSource database)
{
    private const int BatchSize = 100;

    /// <summary>Lets nothing be published that the author submitted until then. Times in Unix milliseconds.</summary>
    public async Task CloseAsync(string siteId, string authorKey, long erasedAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO erased_authors (site_id, author_key, erased_at) VALUES (@siteId, @authorKey, @erasedAt)
            ON CONFLICT (site_id, author_key) DO UPDATE SET erased_at = excluded.erased_at WHERE excluded.erased_at > erased_authors.erased_at
            """,
            new { siteId, authorKey, erasedAt },
            cancellationToken: cancellationToken));
    }

    /// <summary>Some of what is still to be emptied, as decisions that do so; none when all is done.</summary>
    public async Task<IReadOnlyList<DecisionRow>> NextAsync(string siteId, string authorKey, long erasedAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT id, page_key AS PageKey, parent_id AS ParentId FROM comments
            WHERE site_id = @siteId AND author_key = @authorKey AND submitted_at <= @erasedAt ORDER BY id LIMIT @limit
            """,
            new { siteId, authorKey, erasedAt, limit = BatchSize },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => DecisionRow.Erasing(row.Id, siteId, row.PageKey, row.ParentId, erasedAt))];
    }

    private sealed record Row(string Id, string PageKey, string? ParentId);
}
