using Moderation.Hosting.Stores;
using Moderation.Servers;

namespace Moderation.Learner.Tests.Setup;

/// <summary>The databases that everything about logs is tested on.</summary>
public static class Stores
{
    private const string Sqlite = "SQLite";
    private const string Postgres = "PostgreSQL";

    // One server of each kind for all tests of this process; it ends with the process.
    private static readonly Lazy<Task<IPostgresServer>> _server = new(RealServers.PostgresAsync);
    private static readonly Lazy<Task<IServer>> _redis = new(RealServers.RedisAsync);
    private static readonly Lazy<Task<IRabbitMqServer>> _rabbitMq = new(RealServers.RabbitMqAsync);

    public static TheoryData<string> All => [Sqlite, Postgres];

    /// <summary>A new, empty database; each process that uses it opens it for itself.</summary>
    public static async Task<Func<IDatabases>> CreateAsync(string store)
    {
        if (store == Sqlite)
        {
            var directory = Directory.CreateTempSubdirectory("learner-").FullName;
            return () => new SqliteDatabases(directory);
        }

        var database = $"{await (await _server.Value).CreateDatabaseAsync()};Maximum Pool Size=20";
        return () => new PostgresDatabases(database);
    }

    public static async Task<string> RedisAsync() => (await _redis.Value).ConnectionString;

    public static async Task<string> RabbitMqAsync() => (await _rabbitMq.Value).ConnectionString;
}
