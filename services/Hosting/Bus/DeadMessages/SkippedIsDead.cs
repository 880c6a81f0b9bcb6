using MassTransit;
using MassTransit.Middleware.Rescue;
using MassTransit.Transports;

namespace Moderation.Hosting.Bus.DeadMessages;

/// <summary>Puts what no consumer of a queue takes into its <c>_error</c> queue, with all else that could not be dealt with, and not into one of its own.</summary>
internal sealed class SkippedIsDead : IFilter<ReceiveContext>
{
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => context.TryGetPayload(out IErrorTransport? errors)
        ? errors.Send(new RescueExceptionReceiveContext(context, new MessageNotConsumedException(context.InputAddress, "No consumer of the queue takes messages of this type.")))
        : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("skipped-is-dead");
}
