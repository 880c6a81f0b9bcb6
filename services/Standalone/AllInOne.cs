using Moderation.Dashboard;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Stores;
using Moderation.Learner;
using Moderation.Publisher;
using Moderation.Standalone.Redis;
using Moderation.Submission;
using Moderation.Worker;

namespace Moderation.Standalone;

/// <summary>All services in one process, on parts that need no server.</summary>
internal static class AllInOne
{
    public static async Task Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.AddStandaloneConfiguration();
        var data = builder.DataDirectory();

        builder.AddServiceDefaults("standalone");
        builder.Services.AddSingleton<IDatabases>(_ => new SqliteDatabases(data));
        builder.Services.AddRedis(builder.Services.AddEmbeddedRedis(Path.Combine(data, "redis")));
        builder.Services.AddInMemoryBus(bus =>
        {
            bus.AddSubmissionConsumers();
            bus.AddWorkerConsumers();
            bus.AddPublisherConsumers();
            bus.AddDashboardConsumers();
            bus.AddLearnerConsumers();
        });
        builder.AddSubmission();
        // Before the worker: what was killed may have lost the last second of Redis, and the dashboard puts the rules there again.
        builder.AddDashboard();
        builder.AddLearner();
        builder.AddWorker();
        builder.AddPublisher();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapStaticAssets();
        app.MapDemoPage();
        app.MapSubmission();
        app.MapWorker();
        app.MapPublisher();
        app.MapDashboard();
        await app.RunAsync();
    }
}
