using MassTransit;
using Microsoft.Extensions.Logging;

namespace Moderation.Hosting.Bus.DeadMessages;

/// <summary>Hands every message of an <c>_error</c> queue on as it is, and keeps it there until it is stored.</summary>
internal sealed class DeadMessageFilter(string queue, CollectDeadMessage collect, TimeProvider time, ILogger<DeadMessageFilter> logger) : IFilter<ReceiveContext>
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var message = DeadMessageReader.Read(queue, context, time.GetUtcNow());
        while (true)
        {
            try
            {
                await collect(message, context.CancellationToken);
                return;
            }
            // Not given back: each time that a quorum queue delivers a message counts against it.
            catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested)
            {
                logger.LogWarning("A dead message of {Queue} cannot be stored yet: {Reason}", queue, exception.GetType().Name);
                await Task.Delay(_pause, time, context.CancellationToken);
            }
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-messages");
}
