using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;

namespace Moderation.Hosting.Bus.DeadMessages;

/// <summary>Gives a dead message to its queue once more, as it was.</summary>
public sealed class SendAgain(IBus bus)
{
    // With the broker down Send waits until its token fires.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the queue has it.</summary>
    /// <exception cref="Exception">The broker does not answer, or there is no such queue.</exception>
    public async Task SendAsync(string queue, string messageId, string contentType, byte[] body, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        // The exchange of the queue's name, not the queue: that would be declared anew, and otherwise than it is.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
        await endpoint.Send(
            new Again(),
            Pipe.Execute<SendContext<Again>>(context =>
            {
                context.Serializer = new CopyBodySerializer(new ContentType(contentType), new BytesMessageBody(body));
                context.MessageId = Guid.TryParse(messageId, out var id) ? id : context.MessageId;
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                {
                    rabbit.Mandatory = true;
                }
            }),
            patience.Token);
    }

    private sealed record Again;
}
