using Moderation.Servers.Binaries;
using Moderation.Servers.Containers;

namespace Moderation.Servers;

/// <summary>
/// Starts throw-away servers: in containers where a Docker daemon answers, otherwise from the programs installed on this
/// machine. The environment variable <c>MODERATION_SERVERS</c> (<c>docker</c> or <c>binaries</c>) forces one way.
/// Where neither is open, a <see cref="ServersUnavailableException"/> says what to install.
/// </summary>
public static class RealServers
{
    private const int Tries = 3;

    public static Task<IRabbitMqServer> RabbitMqAsync() => StartAsync<IRabbitMqServer>(
        port => new RabbitMqServer(DockerContainer.RabbitMq(port), port),
        port => Task.FromResult<IRabbitMqServer>(new RabbitMqServer(InstalledRabbitMq.Prepare(port), port)));

    public static Task<IServer> RedisAsync() => StartAsync<IServer>(
        port => new RedisServer(DockerContainer.Redis(port), port),
        port => Task.FromResult<IServer>(new RedisServer(InstalledRedis.Prepare(port), port)));

    /// <summary>A node of a Redis Cluster, before it is given any slots.</summary>
    public static Task<IServer> RedisClusterAsync() => StartAsync<IServer>(
        port => new RedisServer(DockerContainer.Redis(port, RedisServer.Cluster(port)), port),
        port => Task.FromResult<IServer>(new RedisServer(InstalledRedis.Prepare(port, RedisServer.Cluster(port)), port)));

    public static Task<IPostgresServer> PostgresAsync() => StartAsync<IPostgresServer>(
        port => new PostgresServer(DockerContainer.Postgres(port), port),
        async port => new PostgresServer(await InstalledPostgres.PrepareAsync(port), port));

    private static async Task<T> StartAsync<T>(Func<int, T> container, Func<int, Task<T>> binary) where T : IServer
    {
        var docker = await Ways.DockerAsync();
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Next();
            var server = docker ? container(port) : await binary(port);
            try
            {
                await server.StartAsync();
                return server;
            }
            // Somebody may have taken the port in between.
            catch (Exception) when (attempt < Tries)
            {
                await server.DisposeAsync();
            }
            catch (Exception)
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }
}
