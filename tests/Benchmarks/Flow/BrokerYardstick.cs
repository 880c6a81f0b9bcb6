using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Moderation.Benchmarks.Flow;

/// <summary>What the broker and its plain client do on this machine, at this time: messages through one quorum queue.</summary>
internal static class BrokerYardstick
{
    private const string Queue = "yardstick";
    private const int InFlight = 256;
    private const ushort Prefetch = 256;

    public static async Task<BrokerRates> MeasureAsync(string rabbitMq, int size, int messages)
    {
        var factory = new ConnectionFactory { Uri = new Uri(rabbitMq) };
        await using var sending = await factory.CreateConnectionAsync();
        await using var receiving = await factory.CreateConnectionAsync();
        await using var sender = await sending.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true,
            outstandingPublisherConfirmationsRateLimiter: null));
        await using var receiver = await receiving.CreateChannelAsync();
        await sender.QueueDeclareAsync(
            Queue, durable: true, exclusive: false, autoDelete: false, arguments: new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await ThroughAsync(sender, receiver, size, messages / 10);

        var publish = await TimeAsync(() => PublishAsync(sender, size, messages));
        var consume = await TimeAsync(() => ConsumeAsync(receiver, messages));
        var both = await TimeAsync(() => ThroughAsync(sender, receiver, size, messages));
        return new BrokerRates(size, messages / publish.TotalSeconds, messages / consume.TotalSeconds, messages / both.TotalSeconds);
    }

    private static Task ThroughAsync(IChannel sender, IChannel receiver, int size, int messages) =>
        Task.WhenAll(ConsumeAsync(receiver, messages), PublishAsync(sender, size, messages));

    private static async Task PublishAsync(IChannel channel, int size, int messages)
    {
        var body = new byte[size];
        var properties = new BasicProperties { Persistent = true, ContentType = "application/octet-stream" };
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) < messages)
            {
                // Ends when the broker has confirmed it.
                await channel.BasicPublishAsync("", Queue, mandatory: true, properties, body);
            }
        }));
    }

    private static async Task ConsumeAsync(IChannel channel, int messages)
    {
        var done = new TaskCompletionSource();
        var consumer = new AsyncEventingBasicConsumer(channel);
        var count = 0;
        consumer.ReceivedAsync += async (_, message) =>
        {
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
            if (++count == messages)
            {
                done.SetResult();
            }
        };
        await channel.BasicQosAsync(0, Prefetch, global: false);
        var tag = await channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
        await done.Task;
        await channel.BasicCancelAsync(tag);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}

/// <summary>Messages a second.</summary>
/// <param name="Size">Of a message, in bytes.</param>
/// <param name="Publish">Confirmed, into a queue that nobody reads.</param>
/// <param name="Consume">Acknowledged, from a full queue.</param>
/// <param name="Both">From the first publish to the last acknowledgement, both at the same time.</param>
internal sealed record BrokerRates(int Size, double Publish, double Consume, double Both);
