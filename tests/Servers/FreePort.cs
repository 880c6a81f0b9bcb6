using System.Net;
using System.Net.Sockets;

namespace Moderation.Servers;

internal static class FreePort
{
    /// <summary>A loopback TCP port that nobody listens on. Somebody may take it before its use: be ready to try another.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
