using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Moderation.Hosting.Stores;

public static class Snapshot
{
    /// <summary>Begins a transaction in which all reads see one moment, and which nobody who writes has to wait for.</summary>
    public static async ValueTask<DbTransaction> BeginSnapshotAsync(this DbConnection connection, CancellationToken cancellationToken) =>
        connection is SqliteConnection sqlite
            // SQLite would otherwise take the only lock for writing.
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
}
