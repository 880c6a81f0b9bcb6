using System.Data.Common;
using Dapper;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard.Audit;

/// <summary>Reads the whole chain of the audit and tells whether it is the one that was written.</summary>
public static class AuditVerification
{
    /// <param name="databases">Those that the dashboard's is one of.</param>
    /// <param name="head">The hash of an entry that somebody noted elsewhere, which has to be there: without it, nobody knows that the newest entries are gone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DbException">The database cannot be read.</exception>
    public static Task<AuditVerdict> VerifyAsync(IDatabases databases, string? head = null, CancellationToken cancellationToken = default) =>
        VerifyAsync(databases.Source(DashboardModule.Name), head, cancellationToken);

    internal static async Task<AuditVerdict> VerifyAsync(DbDataSource database, string? head, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // One moment of it all: entries are sealed meanwhile.
        await using var snapshot = await connection.BeginSnapshotAsync(cancellationToken);
        var known = await connection.QuerySingleAsync<Place>(new CommandDefinition(
            "SELECT position, hash FROM audit_head WHERE id = 1", transaction: snapshot, cancellationToken: cancellationToken));
        var last = new Place(0, SealedEntry.NoHash);
        var isHeadThere = head is null;
        var entries = connection.QueryUnbufferedAsync<SealedEntry>($"SELECT {SealedEntry.Columns} FROM audit_entries ORDER BY position", transaction: snapshot);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (FaultOf(entry, last, known.Position) is { } fault)
            {
                return new AuditVerdict { Entries = last.Position, Head = last.Hash, BrokenAt = last.Position + 1, Fault = fault };
            }

            isHeadThere |= string.Equals(entry.Hash, head, StringComparison.OrdinalIgnoreCase);
            last = new Place(entry.Position, entry.Hash);
        }

        var verdict = new AuditVerdict { Entries = last.Position, Head = last.Hash };
        return last != known ? verdict with { BrokenAt = last.Position + 1, Fault = AuditFault.Removed }
            : !isHeadThere ? verdict with { Fault = AuditFault.HeadMissing }
            : verdict;
    }

    private static AuditFault? FaultOf(SealedEntry entry, Place last, long count) =>
        entry.HashAt(entry.Position) != entry.Hash ? (IsOfAnotherPlace(entry, count) ? AuditFault.Reordered : AuditFault.Changed)
        : entry.Position != last.Position + 1 ? AuditFault.Removed
        : entry.PreviousHash != last.Hash ? AuditFault.Replaced
        : null;

    // Its hash is right, but for another position.
    private static bool IsOfAnotherPlace(SealedEntry entry, long count)
    {
        for (var position = 1L; position <= count; position++)
        {
            if (entry.HashAt(position) == entry.Hash)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Place(long Position, string Hash);
}
