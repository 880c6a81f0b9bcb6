using Moderation.Servers;
using StackExchange.Redis;

namespace Moderation.Worker.Tests.Setup;

/// <summary>A Redis Cluster of one node that serves all slots: it refuses a script whose keys lie in several, or are not announced.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private Servers.IServer? _server;

    internal IConnectionMultiplexer Redis { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _server = await RealServers.RedisClusterAsync();
        await using (var admin = await ConnectionMultiplexer.ConnectAsync($"{_server.ConnectionString},allowAdmin=true"))
        {
            await admin.GetDatabase().ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
            await Eventually.Get(
                async () => (await admin.GetDatabase().ExecuteAsync("CLUSTER", "INFO")).ToString(),
                info => info.Contains("cluster_state:ok", StringComparison.Ordinal));
        }

        Redis = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        await _server!.DisposeAsync();
    }
}
