using Moderation.Hosting.Stores;
using Npgsql;

namespace Moderation.Dashboard.Tests;

/// <summary>The databases that everything about cases is tested on.</summary>
public static class Stores
{
    private const string Sqlite = "SQLite";
    private const string Postgres = "PostgreSQL";

    // An empty server that the tests may create databases on.
    private static readonly string? _server = Environment.GetEnvironmentVariable("MODERATION_TEST_POSTGRES");

    public static TheoryData<string> All => _server is null ? [Sqlite] : [Sqlite, Postgres];

    /// <summary>A new, empty database; each process that uses it opens it for itself.</summary>
    public static async Task<Func<IDatabases>> CreateAsync(string store)
    {
        if (store == Sqlite)
        {
            var directory = Directory.CreateTempSubdirectory("dashboard-").FullName;
            return () => new SqliteDatabases(directory);
        }

        var name = $"dashboard_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return () => new PostgresDatabases(new NpgsqlConnectionStringBuilder(_server) { Database = name, MaxPoolSize = 20 }.ConnectionString);
    }
}
