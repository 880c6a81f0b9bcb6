using System.Net;
using System.Net.Sockets;
using Garnet;
using StackExchange.Redis;

namespace Moderation.Worker.Tests.Setup;

/// <summary>The Redis that Standalone carries inside.</summary>
public sealed class GarnetFixture : IAsyncLifetime, IDisposable
{
    private GarnetServer? _server;

    internal IConnectionMultiplexer Redis { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var port = FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture);
        _server = new GarnetServer(["--port", port, "--bind", "127.0.0.1", "--lua", "--memory", "64m", "--page", "1m", "--index", "1m", "-q"]);
        _server.Start();
        Redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port}");
    }

    public async Task DisposeAsync() => await Redis.DisposeAsync();

    public void Dispose() => _server?.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
