namespace Moderation.Servers;

internal sealed class RabbitMqServer(IServerProgram program, int port)
    : RealServer(program, $"amqp://guest:guest@127.0.0.1:{port}", ct => Ask.RabbitMqAsync(port, ct)), IRabbitMqServer
{
    public Task WipeAsync() => Program.WipeAsync();
}
