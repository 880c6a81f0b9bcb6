using Npgsql;

namespace Moderation.Servers;

internal sealed class PostgresServer(IServerProgram program, int port)
    : RealServer(program, Connection(port), ct => Ask.PostgresAsync(Connection(port), ct)), IPostgresServer
{
    /// <summary>The superuser's name and password.</summary>
    public const string User = "postgres";

    public async Task<string> CreateDatabaseAsync(CancellationToken ct = default)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await Ask.PostgresAsync(ConnectionString, ct, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    private static string Connection(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = User,
        Password = User,
        Database = "postgres",
    }.ConnectionString;
}
