using Moderation.Servers;

namespace Moderation.Benchmarks.Flow;

/// <summary>The five services as processes of their own, on servers of their own.</summary>
internal sealed class ModerationSystem : IAsyncDisposable
{
    public const string Site = "demo";
    public const string Secret = "demo-secret";

    private readonly List<ServiceProcess> _services = [];
    private readonly IServer[] _servers;

    private ModerationSystem(IRabbitMqServer rabbitMq, IServer redis, IPostgresServer postgres, string database)
    {
        _servers = [rabbitMq, redis, postgres];
        (RabbitMq, Redis, Postgres) = (rabbitMq.ConnectionString, redis.ConnectionString, database);
    }

    public string RabbitMq { get; }

    public string Redis { get; }

    public string Postgres { get; }

    public Uri Submission { get; private set; } = null!;

    public Uri Dashboard { get; private set; } = null!;

    public SystemProcesses Processes { get; private set; } = null!;

    /// <param name="workers">How many.</param>
    /// <param name="more">What else is configured.</param>
    public static async Task<ModerationSystem> StartAsync(int workers, IReadOnlyDictionary<string, string>? more = null)
    {
        var others = SystemProcesses.Running();
        var starting = (RabbitMq: RealServers.RabbitMqAsync(), Redis: RealServers.RedisAsync(), Postgres: RealServers.PostgresAsync());
        var postgres = await starting.Postgres;
        var system = new ModerationSystem(
            await starting.RabbitMq, await starting.Redis, postgres, await postgres.CreateDatabaseAsync());
        try
        {
            await system.StartServicesAsync(workers, more ?? new Dictionary<string, string>());
            system.Processes = SystemProcesses.Find(system._services, others);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public async Task StopServicesAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        _services.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopServicesAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task StartServicesAsync(int workers, IReadOnlyDictionary<string, string> more)
    {
        var settings = new Dictionary<string, string>(more)
        {
            ["ConnectionStrings__RabbitMq"] = RabbitMq,
            ["ConnectionStrings__Redis"] = Redis,
            ["ConnectionStrings__Postgres"] = Postgres,
            [$"Sites__Secrets__{Site}"] = Secret,
            ["Dashboard__Password"] = Secret,
            ["Dashboard__ApiToken"] = Secret,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
        string[] names = ["submission", .. Enumerable.Repeat("worker", workers), "publisher", "dashboard", "learner"];
        _services.AddRange(names.Select(name => new ServiceProcess(name, settings)));
        await Task.WhenAll(_services.Select(service => service.ReadyAsync()));
        Submission = _services[0].Address;
        Dashboard = _services.Single(service => service.Name == "dashboard").Address;
    }
}
