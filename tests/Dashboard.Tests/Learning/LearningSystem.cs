using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Models;
using Moderation.Servers;
using StackExchange.Redis;

namespace Moderation.Dashboard.Tests.Learning;

/// <summary>A dashboard with a Redis of its own, in which the test leaves what a learner would.</summary>
internal sealed class LearningSystem : IAsyncDisposable
{
    public static readonly Uri Page = new("/dashboard/learning", UriKind.Relative);
    private static readonly Uri _api = new("/dashboard/api/learning", UriKind.Relative);
    private static readonly Lazy<Task<Servers.IServer>> _server = new(RealServers.RedisAsync);
    private static int _databases;

    private LearningSystem(DashboardHost host) => Host = host;

    public DashboardHost Host { get; }

    /// <summary>What the learner was asked for.</summary>
    public IReadOnlyCollection<Contracts.LearningChangeRequested> Heard => Host.Get<ChangeRecorder>().Heard;

    public static async Task<LearningSystem> StartAsync(string store = "SQLite", TimeProvider? time = null)
    {
        // Each has a database of its own on one server.
        var number = Interlocked.Increment(ref _databases) % 16;
        var redis = $"{(await _server.Value).ConnectionString},defaultDatabase={number}";
        await using (var admin = await ConnectionMultiplexer.ConnectAsync($"{redis},allowAdmin=true"))
        {
            await admin.GetServers()[0].FlushDatabaseAsync(number);
        }

        var host = await DashboardHost.StartAsync(
            await Stores.CreateAsync(store),
            time,
            redis: redis,
            services: services => services.AddSingleton<ChangeRecorder>(),
            consumers: bus => bus.AddConsumer<ChangeRecorder>());
        await AnswersAsync(host.Get<IConnectionMultiplexer>().GetDatabase());
        return new LearningSystem(host);
    }

    // A dashboard waits a second for Redis, and where every test begins at once the first answer may take longer.
    private static async Task AnswersAsync(IDatabase redis)
    {
        for (var left = 30; ; left--)
        {
            try
            {
                await redis.PingAsync();
                return;
            }
            catch (RedisTimeoutException) when (left > 0)
            {
                // Asked again.
            }
        }
    }

    public Task LeaveAsync(LearningReport report, string site = "demo") => LeaveAsync(JsonSerializer.Serialize(report, JsonSerializerOptions.Web), site);

    public Task LeaveAsync(string report, string site = "demo") =>
        Host.Get<IConnectionMultiplexer>().GetDatabase().HashSetAsync(SharedModels.Key(site), SharedModels.Report, report);

    public async Task<JsonNode> ReadAsync()
    {
        using var program = Host.Program();
        using var answer = await program.GetAsync(new Uri("/dashboard/api/learning?site=demo", UriKind.Relative));
        return await answer.ReadAsync();
    }

    public async Task<HttpResponseMessage> AskAsync(object change)
    {
        using var program = Host.Program();
        return await AskAsync(program, change);
    }

    public static Task<HttpResponseMessage> AskAsync(HttpClient client, object change) => client.PostAsJsonAsync(_api, change);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
