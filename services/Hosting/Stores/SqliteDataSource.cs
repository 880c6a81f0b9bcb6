using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Moderation.Hosting.Stores;

/// <summary>Connections that wait their turn to write instead of failing, and leave nothing of a deleted text in the file.</summary>
internal sealed class SqliteDataSource(string connectionString) : DbDataSource
{
    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection()
    {
        var connection = new SqliteConnection(connectionString);
        connection.StateChange += (sender, change) =>
        {
            if (change.CurrentState is System.Data.ConnectionState.Open)
            {
                using var command = ((SqliteConnection)sender!).CreateCommand();
                command.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON";
                command.ExecuteNonQuery();
            }
        };
        return connection;
    }
}
