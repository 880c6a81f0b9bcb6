using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>Finds the dead messages that wait for somebody to decide.</summary>
internal sealed class DeadMessageList([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    /// <summary>Newest first, and where the next page starts; null at the end.</summary>
    public async Task<(IReadOnlyList<DeadMessageRow> Items, DeadMessageCursor? Next)> FindAsync(
        DeadMessageQuery query, DeadMessageCursor? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<DeadMessageRow>(new CommandDefinition(
            $"""
            SELECT id, queue, message_type AS messageType, reason, message, comment_id AS commentId, first_died_at AS firstDiedAt, died_at AS diedAt, deaths
            FROM dead_messages WHERE {query.Sql} {(after is null ? "" : "AND (died_at, id) < (@at, @after)")}
            ORDER BY died_at DESC, id DESC LIMIT @limit
            """,
            new { queue = query.Queue, reason = query.Reason, at = after?.At, after = after?.Id.ToString(), limit = limit + 1 },
            cancellationToken: cancellationToken))).ToList();
        var shown = rows.Take(limit).ToList();
        return (shown, rows.Count > limit ? new DeadMessageCursor(shown[^1].DiedAt, Guid.Parse(shown[^1].Id)) : null);
    }

    /// <summary>What waits, by queue and reason; most first.</summary>
    public async Task<IReadOnlyList<DeadMessageGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<DeadMessageGroup>(new CommandDefinition(
            """
            SELECT queue, reason, count(*) AS count, MIN(died_at) AS oldestAt, MAX(died_at) AS newestAt
            FROM dead_messages WHERE state = 'waiting' GROUP BY queue, reason ORDER BY count(*) DESC, queue, reason
            """,
            cancellationToken: cancellationToken))];
    }

    public async Task<long> CountAsync(DeadMessageQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT count(*) FROM dead_messages WHERE {query.Sql}",
            new { queue = query.Queue, reason = query.Reason },
            cancellationToken: cancellationToken));
    }

    /// <summary>The message itself; null when it does not wait any more.</summary>
    public async Task<byte[]?> BodyAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "SELECT body FROM dead_messages WHERE id = @id AND state = 'waiting'", new { id = id.ToString() }, cancellationToken: cancellationToken));
    }
}
