using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Leases;

/// <summary>The leases of all desks on all instances. They tell who is on a case, and forbid nothing.</summary>
internal sealed class LeaseStore([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private const string Columns = "comment_id AS commentId, site_id AS site, moderator, desk, expires_at AS expiresAt";

    /// <summary>Takes or renews the lease of a case, unless another desk has it.</summary>
    /// <returns>The lease in force, this desk's or the other's; null when no such case waits.</returns>
    public async Task<Lease?> TakeAsync(Guid comment, string moderator, Guid desk, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            INSERT INTO leases (comment_id, site_id, moderator, desk, expires_at)
            SELECT id, site_id, @moderator, @desk, @expires FROM cases WHERE id = @id AND state = 'held'
            ON CONFLICT (comment_id) DO UPDATE
            SET moderator = excluded.moderator, desk = excluded.desk, expires_at = excluded.expires_at
            WHERE leases.desk = excluded.desk OR leases.expires_at <= @now;

            SELECT {Columns} FROM leases WHERE comment_id = @id;
            """,
            new
            {
                id = comment.ToString(),
                moderator,
                desk = desk.ToString(),
                now = now.ToUnixTimeMilliseconds(),
                expires = (now + Length).ToUnixTimeMilliseconds(),
            },
            cancellationToken: cancellationToken));
        return (await results.ReadSingleOrDefaultAsync<Row>())?.ToLease();
    }

    /// <summary>Gives up a case, or with null all that the desk has open.</summary>
    public async Task ReleaseAsync(Guid desk, Guid? comment, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"DELETE FROM leases WHERE desk = @desk {(comment is null ? "" : "AND comment_id = @comment")}",
            new { desk = desk.ToString(), comment = comment?.ToString() },
            cancellationToken: cancellationToken));
    }

    /// <summary>Those in force.</summary>
    public async Task<IReadOnlyList<Lease>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM leases WHERE expires_at > @now", new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToLease())];
    }

    /// <summary>Leaves nothing of desks that ended without a word.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM leases WHERE expires_at <= @now", new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
    }

    private sealed record Row(string CommentId, string Site, string Moderator, string Desk, long ExpiresAt)
    {
        public Lease ToLease() => new(Guid.Parse(CommentId), Site, Moderator, Guid.Parse(Desk), DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt));
    }
}
