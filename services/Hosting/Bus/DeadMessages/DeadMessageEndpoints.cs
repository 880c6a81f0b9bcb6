using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Moderation.Hosting.Bus.DeadMessages;

internal static class DeadMessageEndpoints
{
    /// <summary>Reads the <c>_error</c> queue of every kept queue, in a process that has somewhere to store what lies there.</summary>
    /// <param name="bus">Where queues are read.</param>
    /// <param name="provider">May know a <see cref="CollectDeadMessage"/>.</param>
    /// <param name="configure">What the transport's queues need.</param>
    public static void ReadDeadMessages<T>(this IReceiveConfigurator<T> bus, IServiceProvider provider, Action<string, T>? configure = null)
        where T : IReceiveEndpointConfigurator
    {
        if (provider.GetService<CollectDeadMessage>() is not { } collect)
        {
            return;
        }

        var time = provider.GetRequiredService<TimeProvider>();
        var logger = provider.GetRequiredService<ILogger<DeadMessageFilter>>();
        foreach (var queue in Queues.Kept)
        {
            var dead = Queues.DeadOf(queue);
            bus.ReceiveEndpoint(dead, endpoint =>
            {
                configure?.Invoke(dead, endpoint);
                endpoint.ConfigureConsumeTopology = false;
                endpoint.PublishFaults = false;
                // Nothing behind the filter reads it: a body that is no message would else be put aside once more.
                endpoint.DiscardSkippedMessages();
                endpoint.RethrowFaultedMessages();
                endpoint.ConfigureReceive(pipe => pipe.UseFilter(new DeadMessageFilter(queue, collect, time, logger)));
            });
        }
    }
}
