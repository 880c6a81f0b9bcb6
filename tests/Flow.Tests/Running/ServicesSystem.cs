using Moderation.Servers;

namespace Moderation.Flow.Tests.Running;

/// <summary>Each service a process of its own, the worker two, on real RabbitMQ, Redis and PostgreSQL.</summary>
public sealed class ServicesSystem : ISystem, IAsyncLifetime
{
    private readonly List<OwnProgram> _programs = [];
    private const int LostConsumer = 75;

    private volatile bool _isEnding;
    private Task _restarts = Task.CompletedTask;

    public IRabbitMqServer RabbitMq { get; private set; } = null!;

    public IServer Redis { get; private set; } = null!;

    public IPostgresServer Postgres { get; private set; } = null!;

    /// <summary>The database of all services.</summary>
    public string Database { get; private set; } = "";

    public Website Website { get; private set; } = null!;

    public Desk Desk { get; private set; } = null!;

    public Authors Authors { get; private set; } = null!;

    public string Logs => string.Join(Environment.NewLine, _programs.Select(program => program.Log));

    /// <summary>What any process printed of an end that nobody meant: all but that of one which lost a queue and is started anew.</summary>
    public IReadOnlyList<string> Crashes =>
    [
        .. _programs.SelectMany(program => program.WholeLog.Split(Environment.NewLine))
            .Where(line => line.Contains(" FTL ", StringComparison.Ordinal) || line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase))
            .Where(line => !line.Contains($"exit code {LostConsumer}", StringComparison.Ordinal)),
    ];

    internal OwnProgram Submission { get; private set; } = null!;

    internal OwnProgram[] Workers { get; private set; } = [];

    internal OwnProgram Publisher { get; private set; } = null!;

    internal OwnProgram Dashboard { get; private set; } = null!;

    internal OwnProgram Learner { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var rabbitMq = RealServers.RabbitMqAsync();
        var redis = RealServers.RedisAsync();
        var postgres = RealServers.PostgresAsync();
        (RabbitMq, Redis, Postgres) = (await rabbitMq, await redis, await postgres);

        Database = await Postgres.CreateDatabaseAsync();
        var settings = Settings.With(
            KeyValuePair.Create("ConnectionStrings__RabbitMq", RabbitMq.ConnectionString),
            KeyValuePair.Create("ConnectionStrings__Redis", Redis.ConnectionString),
            KeyValuePair.Create("ConnectionStrings__Postgres", Database));
        Submission = Add("submission", "submission");
        Workers = [Add("worker 1", "worker"), Add("worker 2", "worker")];
        Publisher = Add("publisher", "publisher");
        Dashboard = Add("dashboard", "dashboard");
        Learner = Add("learner", "learner");
        Website = new Website(Submission.Address, Workers[0].Address, Publisher.Address);
        Desk = Desk.WithToken(Dashboard.Address);
        Authors = new Authors(Submission.Address, Dashboard.Address);
        await Task.WhenAll(_programs.Select(program => program.StartAsync()));
        _restarts = RestartAsync();

        OwnProgram Add(string name, string service)
        {
            var program = new OwnProgram(name, Built.Host, [service], settings);
            _programs.Add(program);
            return program;
        }
    }

    public Task<Desk> SignInAsync() => Desk.SignInAsync(Dashboard.Address);

    public async Task<string> StoredAsync() => $"{await Stored.InPostgresAsync(Database)}\n{await Stored.InRedisAsync(Redis.ConnectionString)}";

    public async Task DisposeAsync()
    {
        _isEnding = true;
        await _restarts;
        foreach (var running in _programs.Cast<IAsyncDisposable>().Concat(new IAsyncDisposable?[] { RabbitMq, Redis, Postgres }.OfType<IAsyncDisposable>()))
        {
            await running.DisposeAsync();
        }
    }

    // What ends because MassTransit has lost a consumer is started anew, as docker-compose.yml says. What ends for any other reason stays so.
    private async Task RestartAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!_isEnding)
        {
            await timer.WaitForNextTickAsync();
            foreach (var program in _programs)
            {
                await program.RestartIfEndedAsync(LostConsumer);
            }
        }
    }
}
