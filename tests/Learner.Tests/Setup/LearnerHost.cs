using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Models;
using Moderation.Hosting.Stores;
using Moderation.Learning;
using StackExchange.Redis;

namespace Moderation.Learner.Tests.Setup;

/// <summary>A learner, on a Redis that it shares with the other tests: sites have names of their own.</summary>
internal sealed class LearnerHost : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly string _sites;
    private readonly Worked _worked = new();

    private LearnerHost(WebApplication app, string sites)
    {
        (_app, _sites) = (app, sites);
        Bus.ConnectConsumeObserver(_worked);
    }

    public IBus Bus => _app.Services.GetRequiredService<IBus>();

    public IServiceProvider Services => _app.Services;

    public DbDataSource Database => _app.Services.GetRequiredKeyedService<DbDataSource>("learner");

    public IDatabase Redis => _app.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();

    /// <summary>How many messages it has worked off.</summary>
    public int Taken => _worked.Messages.Values.Count(message => message.Task.IsCompleted);

    public static async Task<LearnerHost> StartAsync(
        Func<IDatabases> databases, string[] sites, int needed = 5, string? rabbitMq = null, Dictionary<string, string?>? settings = null)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"sites:\n{string.Concat(sites.Select(site => $"  - id: {site}\n"))}");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Sites:File"] = file, ["Learning:Needed"] = $"{needed}" });
        builder.Configuration.AddInMemoryCollection(sites.Select(site => KeyValuePair.Create($"Sites:Secrets:{site}", (string?)"secret")));
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("test");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(databases());
        builder.Services.AddRedis(await Stores.RedisAsync());
        builder.Services.AddSingleton<Confirmations>();
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        if (rabbitMq is null)
        {
            builder.Services.AddInMemoryBus(bus =>
            {
                bus.AddLearnerConsumers();
                bus.AddConsumer<Confirmations>();
            });
        }
        else
        {
            builder.Services.AddRabbitMqBus(rabbitMq, LearnerModule.AddLearnerConsumers);
        }

        builder.AddLearner();
        var app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync();
        return new LearnerHost(app, file);
    }

    /// <summary>Publishes messages one after the other; returns when each has been worked off.</summary>
    public async Task SendAsync(params IEnumerable<object> messages)
    {
        foreach (var message in messages)
        {
            var id = Guid.NewGuid();
            await Bus.Publish(message, message.GetType(), context => context.MessageId = id);
            await _worked.Of(id).Task.WaitAsync(_patience);
        }
    }

    /// <summary>Waits until all that is in the log of a site is in the model that workers find.</summary>
    public async Task<(byte[] Model, LearningReport Report)> SettledAsync(string site)
    {
        await Eventually.TrueAsync(
            async () =>
            {
                await using var connection = await Database.OpenConnectionAsync();
                var (newest, number, version) = await connection.QuerySingleAsync<(long, long, long)>(
                    """
                    SELECT newest, COALESCE((SELECT MAX(number) FROM versions WHERE site_id = @site), -1), COALESCE((SELECT MAX(version) FROM versions WHERE site_id = @site), -1)
                    FROM logs WHERE site_id = @site
                    """,
                    new { site });
                return newest == number && (long?)await Redis.HashGetAsync(SharedModels.Key(site), SharedModels.Version) == version;
            },
            "the model is in step with the log");
        var found = await Redis.HashGetAsync(SharedModels.Key(site), [SharedModels.Model, SharedModels.Report]);
        // Workers read it like this.
        _ = Model.Read((byte[])found[0]!);
        return ((byte[])found[0]!, JsonSerializer.Deserialize<LearningReport>((byte[])found[1]!, JsonSerializerOptions.Web)!);
    }

    public Task EraseAsync(AuthorErased erased) => Eventually.TrueAsync(
        async () =>
        {
            await SendAsync(erased);
            return Services.GetRequiredService<Confirmations>().Heard.Any(done => done.ErasureId == erased.ErasureId && done.Service == "learner");
        },
        "the erasure is confirmed");

    public async ValueTask DisposeAsync()
    {
        // Disposed alone, the bus would go on.
        await _app.StopAsync();
        await _app.DisposeAsync();
        File.Delete(_sites);
    }

    internal sealed class Confirmations : IConsumer<AuthorDataErased>
    {
        public ConcurrentQueue<AuthorDataErased> Heard { get; } = [];

        public Task Consume(ConsumeContext<AuthorDataErased> context)
        {
            Heard.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    private sealed class Worked : IConsumeObserver
    {
        public ConcurrentDictionary<Guid, TaskCompletionSource> Messages { get; } = [];

        public TaskCompletionSource Of(Guid id) => Messages.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        public Task PreConsume<T>(ConsumeContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context)
            where T : class
        {
            Of(context.MessageId!.Value).TrySetResult();
            return Task.CompletedTask;
        }

        public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
