using Moderation.Servers;

namespace Moderation.Worker.Tests.Setup;

/// <summary>A Redis server and a worker of a test's own, with nothing counted yet.</summary>
internal sealed class EmptyRedis : IAsyncDisposable
{
    private EmptyRedis(IServer server, WorkerApplication worker) => (Server, Worker) = (server, worker);

    public IServer Server { get; }

    public WorkerApplication Worker { get; }

    public static async Task<EmptyRedis> StartAsync(string? rules = null)
    {
        var server = await RealServers.RedisAsync();
        return new EmptyRedis(server, await WorkerApplication.StartAsync(server.ConnectionString, rules));
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await Server.DisposeAsync();
    }
}
