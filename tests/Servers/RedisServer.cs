namespace Moderation.Servers;

internal sealed class RedisServer(IServerProgram program, int port)
    : RealServer(program, $"127.0.0.1:{port}", ct => Ask.RedisAsync(port, ct))
{
    /// <summary>What makes a server a node of a cluster that is reached at the port of this machine.</summary>
    public static string[] Cluster(int port) =>
        ["--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1", "--cluster-announce-port", $"{port}", "--cluster-port", $"{FreePort.Next()}"];
}
