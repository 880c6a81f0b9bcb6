namespace Moderation.Servers;

public interface IRabbitMqServer : IServer
{
    /// <summary>Throws its disk away, with all queues and messages. Only while it is stopped.</summary>
    Task WipeAsync();
}
