namespace Moderation.Servers;

internal sealed class RedisServer(IServerProgram program, int port)
    : RealServer(program, $"127.0.0.1:{port}", ct => Ask.RedisAsync(port, ct));
