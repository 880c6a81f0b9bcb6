using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;

namespace Moderation.Standalone.Redis;

/// <summary>Garnet, a server that speaks Redis, inside this process.</summary>
internal static class EmbeddedRedis
{
    /// <summary>Starts Garnet on a free loopback port; it ends with the application.</summary>
    /// <param name="services">The application's container.</param>
    /// <param name="directory">Where its append-only file lives.</param>
    /// <returns>The connection string.</returns>
    public static string AddEmbeddedRedis(this IServiceCollection services, string directory)
    {
        var port = FreePort();
        var server = new GarnetServer(
        [
            "--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "-q", "--lua",
            // The defaults are those of a large server: 16 GB of log.
            "--memory", "64m", "--page", "1m", "--index", "1m",
            "--aof", "--recover", "--checkpointdir", directory, "--aof-commit-freq", "1000",
            "--aof-memory", "16m", "--aof-page-size", "4m", "--aof-segment-size", "64m", "--aof-size-limit", "64m",
            // The native device wants a newer C library than Debian 12 has.
            "--device-type", "RandomAccess",
        ]);
        server.Start();
        // Not made by the container, which would end it a second time, and that throws.
        services.AddSingleton(server);
        services.AddHostedService<EndWithApplication>();
        return $"127.0.0.1:{port}";
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private sealed class EndWithApplication(GarnetServer server) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            server.Dispose(deleteDir: false);
            return Task.CompletedTask;
        }
    }
}
