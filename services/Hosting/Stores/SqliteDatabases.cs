using System.Data.Common;
using System.Reflection;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace Moderation.Hosting.Stores;

/// <summary>A SQLite file a service, in one directory.</summary>
/// <param name="directory">Made when it is missing.</param>
/// <param name="isReadOnly">Whether to only read what is there: another process may be writing it.</param>
public sealed class SqliteDatabases(string directory, bool isReadOnly = false) : IDatabases
{
    public DbDataSource Source(string service) => new SqliteDataSource(ConnectionString(service));

    public void Migrate(string service, Assembly scripts)
    {
        Directory.CreateDirectory(directory);
        using (var connection = new SqliteConnection(ConnectionString(service)))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            command.ExecuteNonQuery();
        }

        DeployChanges.To
            .SqliteDatabase(ConnectionString(service))
            .WithScriptsEmbeddedInAssembly(scripts)
            .JournalToSqliteTable("schema_versions")
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade()
            .ThrowIfFailed();
    }

    private string ConnectionString(string service) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(directory, $"{service}.db"),
        ForeignKeys = true,
        Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
    }.ConnectionString;
}
