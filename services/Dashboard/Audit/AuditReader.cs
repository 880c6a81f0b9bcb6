using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Audit;

/// <summary>Finds entries of the audit, newest first.</summary>
internal sealed class AuditReader([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    /// <summary>A page of them, and the position that the next one is before; null at the end.</summary>
    public async Task<(IReadOnlyList<SealedEntry> Items, long? Next)> FindAsync(AuditQuery query, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<SealedEntry>(new CommandDefinition(
            $"SELECT {SealedEntry.Columns} FROM audit_entries WHERE {query.Sql} ORDER BY position DESC LIMIT @limit",
            query.Parameters(limit + 1),
            cancellationToken: cancellationToken))).ToList();
        return (rows.Take(limit).ToList(), rows.Count > limit ? rows[limit - 1].Position : null);
    }

    /// <summary>All that match, one at a time however many there are.</summary>
    public async IAsyncEnumerable<SealedEntry> ReadAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = connection.QueryUnbufferedAsync<SealedEntry>(
            $"SELECT {SealedEntry.Columns} FROM audit_entries WHERE {query.Sql} ORDER BY position DESC", query.Parameters(0));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>The end of the chain: how many entries there are, and the hash of the last.</summary>
    public async Task<AuditHead> HeadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<AuditHead>(new CommandDefinition(
            "SELECT position, hash FROM audit_head WHERE id = 1", cancellationToken: cancellationToken));
    }

    /// <summary>What was ever done, to choose from.</summary>
    public async Task<IReadOnlyList<string>> ActsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // From one to the next: DISTINCT would read every entry.
        return [.. await connection.QueryAsync<string>(new CommandDefinition(
            """
            WITH RECURSIVE acts(what) AS (
                SELECT MIN(what) FROM audit_entries
                UNION ALL
                SELECT (SELECT MIN(later.what) FROM audit_entries later WHERE later.what > acts.what) FROM acts WHERE acts.what IS NOT NULL)
            SELECT what FROM acts WHERE what IS NOT NULL
            """,
            cancellationToken: cancellationToken))];
    }
}

/// <summary>The end of the chain.</summary>
internal sealed record AuditHead(long Position, string Hash);
