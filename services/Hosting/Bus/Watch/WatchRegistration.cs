using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Hosting.Bus.Watch;

internal static class WatchRegistration
{
    /// <summary>Watches every kept queue that the process is configured to read. The others are locked for all but their own connection.</summary>
    public static void AddWatch(this IBusRegistrationConfigurator bus, Uri broker)
    {
        var queues = new ConsumedQueues();
        bus.AddSingleton(queues);
        bus.AddSingleton(_ => new BrokerView(broker));
        bus.AddReceiveObserver(_ => queues);
        bus.AddConfigureEndpointsCallback((_, queue, _) =>
        {
            if (Queues.IsKept(queue))
            {
                queues.Add(queue);
            }
        });
        bus.AddHostedService<WatchConsumers>();
        bus.AddHealthChecks().AddCheck<ConsumersHealth>("consumers", tags: ["ready"]);
    }
}
