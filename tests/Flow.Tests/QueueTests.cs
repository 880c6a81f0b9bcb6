using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard;
using Moderation.Hosting.Bus;
using Moderation.Learner;
using Moderation.Publisher;
using Moderation.Submission;
using Moderation.Worker;

namespace Moderation.Flow.Tests;

public sealed class QueueTests
{
    [Fact]
    public void Lists_the_queue_of_every_consumer_under_every_message_it_hears()
    {
        var listed = Queues.ByMessage.SelectMany(message => message.Value.Select(queue => (Message: message.Key.Name, Queue: queue)));

        Assert.Equal(Heard().Order(), listed.Order());
    }

    private static IEnumerable<(string Message, string Queue)> Heard()
    {
        var services = new ServiceCollection();
        services.AddMassTransit(bus =>
        {
            bus.AddSubmissionConsumers();
            bus.AddWorkerConsumers();
            bus.AddPublisherConsumers();
            bus.AddDashboardConsumers();
            bus.AddLearnerConsumers();
        });
        return services.Select(service => service.ServiceType)
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IConsumer)) && type.Namespace!.StartsWith("Moderation.", StringComparison.Ordinal))
            .SelectMany(consumer => consumer.GetInterfaces()
                .Where(heard => heard.IsGenericType && heard.GetGenericTypeDefinition() == typeof(IConsumer<>))
                // What a service tells only itself goes through queues that end with its processes.
                .Where(heard => heard.GenericTypeArguments[0].Assembly == typeof(CommentSubmitted).Assembly)
                // A question that nobody hears now is not kept.
                .Where(heard => !Queues.Questions.Contains(heard.GenericTypeArguments[0]))
                .Select(heard => (heard.GenericTypeArguments[0].Name, consumer.Name[..^"Consumer".Length])));
    }
}
