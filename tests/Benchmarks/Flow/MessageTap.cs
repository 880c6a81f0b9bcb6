using RabbitMQ.Client;

namespace Moderation.Benchmarks.Flow;

/// <summary>Hears the submitted comments, to learn how large their messages are.</summary>
internal sealed class MessageTap : IAsyncDisposable
{
    private const string Exchange = "Moderation.Contracts:CommentSubmitted";
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _queue;

    private MessageTap(IConnection connection, IChannel channel, string queue) => (_connection, _channel, _queue) = (connection, channel, queue);

    public static async Task<MessageTap> OpenAsync(string rabbitMq)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(rabbitMq) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync(arguments: new Dictionary<string, object?> { ["x-max-length"] = 1 });
        await channel.QueueBindAsync(queue.QueueName, Exchange, "");
        return new MessageTap(connection, channel, queue.QueueName);
    }

    /// <returns>The size of the last message in bytes.</returns>
    public async Task<int> CloseAsync()
    {
        var message = await _channel.BasicGetAsync(_queue, autoAck: true);
        await DisposeAsync();
        return message?.Body.Length ?? throw new InvalidOperationException("No submitted comment came over the broker.");
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
