using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Audit;

/// <summary>
/// Gives entries their places in the chain, one instance at a time. Until then, about a second, an entry can be changed by whoever may write to the
/// database and nobody would know.
/// </summary>
internal sealed class Sealer([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    private const int BatchSize = 200;

    // More of them save round trips to PostgreSQL; SQLite looks for each parameter among all.
    private const int RowsAtOnce = 20;

    /// <returns>How many entries are sealed now that were not.</returns>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var count = 0;
        // Asked before: the lock below is the only one for writing that SQLite has.
        while (await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition("SELECT id FROM audit_unsealed LIMIT 1", cancellationToken: cancellationToken)) is not null)
        {
            count += await SealSomeAsync(connection, cancellationToken);
        }

        return count;
    }

    private static async Task<int> SealSomeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Locks the row until the transaction ends. Whoever waited for it goes on from what was sealed meanwhile.
        var head = await connection.QuerySingleAsync<Head>(new CommandDefinition(
            "UPDATE audit_head SET position = position WHERE id = 1 RETURNING position, hash", transaction: transaction, cancellationToken: cancellationToken));
        var entries = (await connection.QueryAsync<Unsealed>(new CommandDefinition(
            """
            SELECT id, at, who, what, kind, subject, state_before AS before, state_after AS after, detail
            FROM audit_unsealed ORDER BY id LIMIT @limit
            """,
            new { limit = BatchSize },
            transaction,
            cancellationToken: cancellationToken))).ToList();
        if (entries.Count == 0)
        {
            return 0;
        }

        var chained = Chain(head, entries);
        foreach (var some in chained.Chunk(RowsAtOnce))
        {
            await InsertAsync(connection, transaction, some, cancellationToken);
        }

        // By their ids: another that is older may have come meanwhile.
        var (list, parameters) = Ids.In(chained.Select(entry => entry.Id));
        parameters.AddDynamicParams(new { position = chained[^1].Position, hash = chained[^1].Hash });
        await connection.ExecuteAsync(new CommandDefinition(
            $"DELETE FROM audit_unsealed WHERE id IN {list}; UPDATE audit_head SET position = @position, hash = @hash WHERE id = 1",
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return chained.Count;
    }

    private static List<SealedEntry> Chain(Head head, List<Unsealed> entries)
    {
        var chained = new List<SealedEntry>(entries.Count);
        foreach (var entry in entries)
        {
            var open = new SealedEntry(
                head.Position + 1, entry.Id, entry.At, entry.Who, entry.What, entry.Kind, entry.Subject, entry.Before, entry.After, entry.Detail, head.Hash, "");
            var whole = open with { Hash = open.HashAt(open.Position) };
            chained.Add(whole);
            head = new Head(whole.Position, whole.Hash);
        }

        return chained;
    }

    private static Task<int> InsertAsync(DbConnection connection, DbTransaction transaction, SealedEntry[] entries, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        var rows = entries.Select((entry, row) =>
        {
            object?[] values =
            [
                entry.Position, entry.Id, entry.At, entry.Who, entry.What, entry.Kind, entry.Subject, entry.Before, entry.After, entry.Detail, entry.PreviousHash, entry.Hash,
            ];
            var names = values.Select((value, column) =>
            {
                var name = $"v{row}_{column}";
                parameters.Add(name, value, value is long ? System.Data.DbType.Int64 : System.Data.DbType.String);
                return $"@{name}";
            });
            return $"({string.Join(", ", names)})";
        });
        return connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO audit_entries (position, id, at, who, what, kind, subject, state_before, state_after, detail, previous_hash, hash)
            VALUES {string.Join(", ", rows)}
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
    }

    private sealed record Head(long Position, string Hash);

    private sealed record Unsealed(
        string Id, long At, string Who, string What, string Kind, string Subject, string? Before, string? After, string? Detail);
}
