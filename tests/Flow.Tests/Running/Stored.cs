using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using StackExchange.Redis;

namespace Moderation.Flow.Tests.Running;

/// <summary>Everything that stores hold, as text to look for something in.</summary>
internal static class Stored
{
    /// <summary>Every row of every table of every service.</summary>
    public static async Task<string> InPostgresAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        var tables = await connection.QueryAsync<string>(
            "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_schema IN ('submission', 'dashboard', 'publisher')");
        return await RowsAsync(connection, tables);
    }

    /// <summary>Every row of every table of every database in the folder.</summary>
    public static async Task<string> InSqliteAsync(string directory)
    {
        var all = new List<string>();
        foreach (var file in Directory.EnumerateFiles(directory, "*.db"))
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            all.Add(await RowsAsync(connection, await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'")));
        }

        Assert.True(all.Count >= 3, "There are the databases of three services.");
        return string.Join('\n', all);
    }

    /// <summary>Every key and its value.</summary>
    public static async Task<string> InRedisAsync(string connectionString)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(connectionString);
        var (database, all) = (redis.GetDatabase(), new List<string>());
        await foreach (var key in redis.GetServers().Single().KeysAsync())
        {
            all.Add(await database.KeyTypeAsync(key) is RedisType.Hash
                ? $"{key} {string.Join(' ', await database.HashGetAllAsync(key))}"
                : $"{key} {await database.StringGetAsync(key)}");
        }

        return string.Join('\n', all);
    }

    private static async Task<string> RowsAsync(DbConnection connection, IEnumerable<string> tables)
    {
        var all = new List<string>();
        foreach (var table in tables.ToList())
        {
            all.AddRange((await connection.QueryAsync($"SELECT * FROM {table}")).Select(row => $"{table}: {row}"));
        }

        return string.Join('\n', all);
    }
}
