using MassTransit;
using Moderation.Dashboard;
using Moderation.Learner;
using Moderation.Publisher;
using Moderation.Submission;
using Moderation.Worker;

namespace Moderation.Host;

/// <summary>A service that this program can be, and the servers it needs for that.</summary>
internal sealed record Service(
    string Name, Action<IHostApplicationBuilder> Add, Action<IBusRegistrationConfigurator> AddConsumers, Action<WebApplication> Map)
{
    public bool UsesPostgres { get; init; } = true;

    public bool UsesRedis { get; init; }

    public static IReadOnlyDictionary<string, Service> ByName { get; } = new Service[]
    {
        new("submission", SubmissionModule.AddSubmission, SubmissionModule.AddSubmissionConsumers, SubmissionModule.MapSubmission),
        new("worker", WorkerModule.AddWorker, WorkerModule.AddWorkerConsumers, WorkerModule.MapWorker) { UsesPostgres = false, UsesRedis = true },
        new("publisher", PublisherModule.AddPublisher, PublisherModule.AddPublisherConsumers, PublisherModule.MapPublisher),
        new("dashboard", DashboardModule.AddDashboard, DashboardModule.AddDashboardConsumers, DashboardModule.MapDashboard) { UsesRedis = true },
        new("learner", LearnerModule.AddLearner, LearnerModule.AddLearnerConsumers, _ => { }) { UsesRedis = true },
    }.ToDictionary(service => service.Name, StringComparer.Ordinal);
}
