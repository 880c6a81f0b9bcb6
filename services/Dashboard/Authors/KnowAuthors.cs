using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Authors;

/// <summary>Gives cases filed before authors had keys the key of their author.</summary>
internal sealed class KnowAuthors([FromKeyedServices(DashboardModule.Name)] DbDataSource database, SiteList sites)
{
    private const int BatchSize = 500;

    public async Task KnowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var last = "";
        while (last is not null)
        {
            var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
                """
                SELECT id, site_id AS siteId, author_email AS email FROM cases
                WHERE author_key IS NULL AND author_email IS NOT NULL AND id > @last ORDER BY id LIMIT @limit
                """,
                new { last, limit = BatchSize },
                cancellationToken: cancellationToken))).ToList();
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            foreach (var row in rows)
            {
                await connection.ExecuteAsync(new CommandDefinition(
                    "UPDATE cases SET author_key = @key WHERE id = @id AND author_email IS NOT NULL",
                    new { id = row.Id, key = sites.TryGet(row.SiteId, out var site) ? AuthorKey.Of(site, row.Email) : null },
                    transaction,
                    cancellationToken: cancellationToken));
            }

            await transaction.CommitAsync(cancellationToken);
            last = rows.LastOrDefault()?.Id;
        }
    }

    private sealed record Row(string Id, string SiteId, string Email);
}
