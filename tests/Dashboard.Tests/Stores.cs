using Moderation.Hosting.Stores;
using Moderation.Servers;

namespace Moderation.Dashboard.Tests;

/// <summary>The databases that everything about cases is tested on.</summary>
public static class Stores
{
    private const string Sqlite = "SQLite";
    private const string Postgres = "PostgreSQL";

    // One server for all tests of this process; it ends with the process.
    private static readonly Lazy<Task<IPostgresServer>> _server = new(RealServers.PostgresAsync);

    private static readonly Lazy<Task<IServer>> _redis = new(RealServers.RedisAsync);

    public static TheoryData<string> All => [Sqlite, Postgres];

    /// <summary>A new, empty database; each process that uses it opens it for itself.</summary>
    public static async Task<Func<IDatabases>> CreateAsync(string store)
    {
        if (store == Sqlite)
        {
            var directory = Directory.CreateTempSubdirectory("dashboard-").FullName;
            return () => new SqliteDatabases(directory);
        }

        var database = $"{await (await _server.Value).CreateDatabaseAsync()};Maximum Pool Size=20";
        return () => new PostgresDatabases(database);
    }

    /// <summary>The one Redis that all tests of this process share.</summary>
    public static async Task<string> RedisAsync() => (await _redis.Value).ConnectionString;
}
