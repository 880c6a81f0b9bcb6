using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Sites;
using Moderation.Hosting.Stores;
using Moderation.Worker.Checks;
using Moderation.Worker.Rules.Desk;

namespace Moderation.Worker.Tests.Setup;

/// <summary>The worker as a program runs it: on a port of its own, with the bus in memory and a real Redis.</summary>
internal sealed class WorkerApplication : IAsyncDisposable
{
    public const string Secret = "demo-secret";

    private readonly WebApplication _app;

    private WorkerApplication(WebApplication app) => _app = app;

    public HttpClient Http { get; } = new();

    public ConcurrentQueue<IDecision> Decisions => _app.Services.GetRequiredService<ConcurrentQueue<IDecision>>();

    public ConcurrentQueue<AuthorDataErased> Confirmed => _app.Services.GetRequiredService<ConcurrentQueue<AuthorDataErased>>();

    public CheckReader Checks => _app.Services.GetRequiredService<CheckReader>();

    public DeskAnswers Answers => _app.Services.GetRequiredService<DeskAnswers>();

    public IMeterFactory Meters => _app.Services.GetRequiredService<IMeterFactory>();

    public Pipeline Pipeline => _app.Services.GetRequiredService<Pipeline>();

    public static async Task<WorkerApplication> StartAsync(string redis, string? rules = null, string source = "files")
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sites:File"] = Path.Combine(AppContext.BaseDirectory, "Setup", "sites.yaml"),
            ["Sites:Secrets:demo"] = Secret,
            ["Sites:Secrets:other"] = "other-secret",
            ["Rules:Directory"] = rules,
            // Most tests have no desk that would put anything into Redis.
            ["Rules:Source"] = source,
            ["Serilog:MinimumLevel:Default"] = "Error",
        });
        builder.AddServiceDefaults("test");
        builder.Services.AddRedis(redis);
        builder.Services.AddSingleton<ConcurrentQueue<IDecision>>();
        builder.Services.AddSingleton<ConcurrentQueue<AuthorDataErased>>();
        builder.AddWorker();
        builder.Services.AddInMemoryBus(bus =>
        {
            bus.AddWorkerConsumers();
            bus.AddConsumer<CollectDecisions>();
            bus.AddConsumer<CollectConfirmations>();
        });
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapWorker();
        await app.StartAsync();
        var worker = new WorkerApplication(app);
        worker.Http.BaseAddress = new Uri(app.Urls.Single());
        return worker;
    }

    public Task Publish<T>(T message) where T : class => _app.Services.GetRequiredService<IBus>().Publish(message);

    public AuthorErased ErasureOf(CommentSubmitted comment, DateTimeOffset at) => new()
    {
        ErasureId = Guid.CreateVersion7(),
        SiteId = comment.SiteId,
        AuthorKey = AuthorKey.Of(_app.Services.GetRequiredService<SiteList>().All.Single(site => site.Id == comment.SiteId), comment.Author.Email)!,
        ErasedAt = at,
    };

    public async Task<IReadOnlyList<IDecision>> DecisionsOn(CommentSubmitted comment, int count = 1) => await Eventually.Get(
        () => Task.FromResult(Decisions.Where(decision => decision.Comment.CommentId == comment.CommentId).ToList()),
        decisions => decisions.Count >= count);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class CollectConfirmations(ConcurrentQueue<AuthorDataErased> confirmed) : IConsumer<AuthorDataErased>
    {
        public Task Consume(ConsumeContext<AuthorDataErased> context)
        {
            confirmed.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    private sealed class CollectDecisions(ConcurrentQueue<IDecision> decisions)
        : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>
    {
        public Task Consume(ConsumeContext<CommentApproved> context) => Collect(context.Message);

        public Task Consume(ConsumeContext<CommentHeld> context) => Collect(context.Message);

        public Task Consume(ConsumeContext<CommentRejected> context) => Collect(context.Message);

        private Task Collect(IDecision decision)
        {
            decisions.Enqueue(decision);
            return Task.CompletedTask;
        }
    }
}
