using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Moderation.Hosting.Bus.Watch;

/// <summary>Looks at queues over a connection of its own, so that it sees them also when the bus is stuck.</summary>
internal sealed class BrokerView(Uri address) : IAsyncDisposable
{
    private const int NotFound = 404;

    private readonly ConnectionFactory _factory = new() { Uri = address, AutomaticRecoveryEnabled = false, ClientProvidedName = "consumer watch" };
    private IConnection? _connection;

    /// <returns>How many messages wait in the queue and how many consumers it has; nothing and none where there is no such queue.</returns>
    /// <exception cref="Exception">The broker does not answer.</exception>
    public async Task<(uint Waiting, uint Consumers)> LookAsync(string queue, CancellationToken cancellationToken)
    {
        if (_connection is not { IsOpen: true })
        {
            await DisposeAsync();
            _connection = await _factory.CreateConnectionAsync(cancellationToken);
        }

        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            var found = await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            return (found.MessageCount, found.ConsumerCount);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == NotFound)
        {
            return (0, 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
