using Moderation.Hosting.Stores;
using Npgsql;

namespace Moderation.Publisher.Tests.Stores;

public sealed class PostgresStore : ITestStore
{
    private PostgresDatabases? _databases;

    public async Task<IDatabases> CreateAsync()
    {
        var server = "Host=127.0.0.1;Port=15477;Username=postgres";
        var name = $"publisher_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return _databases = new PostgresDatabases($"{server};Database={name};Pooling=true;Maximum Pool Size=20");
    }

    public async ValueTask DisposeAsync()
    {
        if (_databases is not null)
        {
            await _databases.DisposeAsync();
        }
    }
}
