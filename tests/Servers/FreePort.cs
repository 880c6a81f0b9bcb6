using System.Net;
using System.Net.Sockets;

namespace Moderation.Servers;

internal static class FreePort
{
    // Below the ports that outgoing connections take theirs from (32768 and up on Linux): while a server is down, no
    // connection may get its port, least of all one that is looking for the server and would find itself.
    private const int First = 15_000;
    private const int Last = 32_000;

    /// <summary>A loopback TCP port that nobody listens on. Somebody may take it before its use: be ready to try another.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken; there are others.
            }
        }
    }
}
