using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Audit;

namespace Moderation.Dashboard.Authors;

/// <summary>The erasures that moderators asked for, until submission has heard of them.</summary>
internal sealed class ErasureRequests([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    /// <summary>Writes the wish down; it is handed to the bus by itself.</summary>
    /// <returns>Its id, which is the erasure's.</returns>
    public async Task<Guid> AddAsync(string siteId, string authorKey, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO erasure_requests (id, site_id, author_key, requested_by, requested_at) VALUES (@id, @siteId, @authorKey, @by, @now)",
            new { id = id.ToString(), siteId, authorKey, by, now = now.ToUnixTimeMilliseconds() },
            transaction,
            cancellationToken: cancellationToken));
        await AuditLog.AppendAsync(
            connection, transaction, new AuditEntry { At = now, Who = by, What = "erase", Kind = "author", Subject = authorKey, Detail = id.ToString() }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    public async Task<IReadOnlyList<ErasureRequested>> UnpublishedAsync(int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT id, site_id AS siteId, author_key AS authorKey, requested_at AS requestedAt FROM erasure_requests
            WHERE published_at IS NULL ORDER BY requested_at LIMIT @limit
            """,
            new { limit },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToMessage())];
    }

    public async Task MarkPublishedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE erasure_requests SET published_at = @now WHERE id = @id",
            new { id = id.ToString(), now = time.GetUtcNow().ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
    }

    private sealed record Row(string Id, string SiteId, string AuthorKey, long RequestedAt)
    {
        public ErasureRequested ToMessage() => new()
        {
            ErasureId = Guid.Parse(Id),
            SiteId = SiteId,
            AuthorKey = AuthorKey,
            RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(RequestedAt),
        };
    }
}
