using Moderation.Servers;
using StackExchange.Redis;

namespace Moderation.Worker.Tests.Setup;

/// <summary>One Redis server for all tests that leave it running.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private Servers.IServer? _server;

    internal IConnectionMultiplexer Redis { get; private set; } = null!;

    internal string ConnectionString => _server!.ConnectionString;

    public async Task InitializeAsync()
    {
        _server = await RealServers.RedisAsync();
        Redis = await ConnectionMultiplexer.ConnectAsync(ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        await _server!.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class RedisCollection : ICollectionFixture<RedisFixture>
{
    public const string Name = "Redis";
}
