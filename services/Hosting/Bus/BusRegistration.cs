using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Moderation.Contracts;
using Moderation.Hosting.Bus.DeadMessages;
using Moderation.Hosting.Bus.Watch;

namespace Moderation.Hosting.Bus;

/// <summary>The message bus: RabbitMQ in production, the process itself on a laptop.</summary>
public static class BusRegistration
{
    /// <summary>Puts the given consumers on RabbitMQ quorum queues.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="connectionString">An amqp or amqps URI.</param>
    /// <param name="consumers">Registers the consumers of every module in this process.</param>
    public static IServiceCollection AddRabbitMqBus(
        this IServiceCollection services, string connectionString, Action<IBusRegistrationConfigurator> consumers)
    {
        services.AddSingleton(provider => new ReplayWindow(provider.GetRequiredService<IConfiguration>().GetValue("Bus:ReplayOnStart", TimeSpan.Zero)));
        return services.AddMassTransit(bus =>
        {
            Common(bus, consumers);
            bus.AddWatch(new Uri(connectionString));
            bus.AddConfigureEndpointsCallback((_, queue, endpoint) =>
            {
                // Any other queue is one that a service makes for itself, for as long as it runs.
                if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
                {
                    if (Queues.IsKept(queue))
                    {
                        Queues.AsKept(queue, rabbit.SetQueueArgument);
                    }
                    else if (Queues.IsForQuestions(queue))
                    {
                        Queues.AsShortLived(rabbit.SetQueueArgument);
                    }
                }
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(connectionString));
                rabbit.PrefetchCount = 64;
                rabbit.Publish<IDecision>(decision => decision.Exclude = true);
                Queues.Declare<CommentSubmitted>(rabbit);
                Queues.Declare<CommentApproved>(rabbit);
                Queues.Declare<CommentHeld>(rabbit);
                Queues.Declare<CommentRejected>(rabbit);
                Queues.Declare<ErasureRequested>(rabbit);
                Queues.Declare<AuthorErased>(rabbit);
                Queues.Declare<AuthorDataErased>(rabbit);
                Queues.Declare<CommentTaught>(rabbit);
                Queues.Declare<LearningChangeRequested>(rabbit);
                // A message that reaches no queue throws, instead of being lost with an OK.
                rabbit.ConfigurePublish(pipe => pipe.UseExecute(publish => publish.Mandatory = true));
                rabbit.ReadDeadMessages(context, (queue, endpoint) =>
                {
                    // As MassTransit declares it: like the queue that it belongs to.
                    Queues.AsKept(queue, endpoint.SetQueueArgument);
                    context.GetRequiredService<ConsumedQueues>().Add(queue);
                });
                rabbit.ConfigureEndpoints(context);
            });
        });
    }

    /// <summary>
    /// Keeps messages in this process. What is in flight when it dies is sent again by the relays at the next start.
    /// Call before the modules are added: nothing of theirs may publish before the queues are there.
    /// </summary>
    /// <param name="services">The service's container.</param>
    /// <param name="consumers">Registers the consumers of every module in this process.</param>
    public static IServiceCollection AddInMemoryBus(
        this IServiceCollection services, Action<IBusRegistrationConfigurator> consumers)
    {
        services.AddSingleton(new ReplayWindow(TimeSpan.FromMinutes(10)));
        services.Configure<MassTransitHostOptions>(host => host.WaitUntilStarted = true);
        return services.AddMassTransit(bus =>
        {
            Common(bus, consumers);
            bus.UsingInMemory((context, memory) =>
            {
                memory.Publish<IDecision>(decision => decision.Exclude = true);
                memory.ReadDeadMessages(context);
                memory.ConfigureEndpoints(context);
            });
        });
    }

    private static void Common(IBusRegistrationConfigurator bus, Action<IBusRegistrationConfigurator> consumers)
    {
        consumers(bus);
        bus.AddSingleton<SendAgain>();
        bus.DisableUsageTelemetry();
        // Without the broker a service still saves, reads and shows: it is degraded, not unready.
        bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
        bus.AddConfigureEndpointsCallback((_, queue, endpoint) =>
        {
            endpoint.PublishFaults = false;
            if (Queues.IsForQuestions(queue))
            {
                // The fault is the answer; nobody wants the question later.
                endpoint.DiscardFaultedMessages();
                return;
            }

            endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(new SkippedIsDead()));
            // A store that is down is waited for; the message stays unacknowledged all the while.
            endpoint.UseMessageRetry(retry =>
            {
                retry.Handle<Exception>(Outage.Is);
                retry.Interval(10_000, TimeSpan.FromSeconds(1));
            });
            endpoint.UseMessageRetry(retry =>
            {
                retry.Handle<Exception>(exception => !Outage.Is(exception));
                retry.Intervals(100, 1_000, 5_000);
            });
        });
    }
}
