using System.Text.Json;
using Moderation.Servers;
using StackExchange.Redis;
using IServer = Moderation.Servers.IServer;

namespace Moderation.Browser.Tests.Setup;

/// <summary>A desk alone, with a Redis in which the test leaves what a learner would. Nothing here needs RabbitMQ, which does not run.</summary>
public sealed class DeskWithReports : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _sites = Path.GetTempFileName();
    private IPostgresServer _postgres = null!;
    private OwnProgram _desk = null!;
    private ConnectionMultiplexer _connection = null!;

    public IServer Redis { get; private set; } = null!;

    public string Address => _desk.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_sites, "sites:\n  - id: demo\n    name: Demo\n  - id: empty\n    name: शाम की ख़बर\n");
        (_postgres, Redis) = (await RealServers.PostgresAsync(), await RealServers.RedisAsync());
        _desk = new OwnProgram("dashboard", Built.Host, ["dashboard"], new Dictionary<string, string>
        {
            ["ConnectionStrings__RabbitMq"] = "amqp://guest:guest@127.0.0.1:1",
            ["ConnectionStrings__Redis"] = Redis.ConnectionString,
            ["ConnectionStrings__Postgres"] = await _postgres.CreateDatabaseAsync(),
            ["Sites__File"] = _sites,
            ["Sites__Secrets__demo"] = "secret",
            ["Sites__Secrets__empty"] = "secret",
            ["Dashboard__Password"] = Standalone.Password,
        });
        await _desk.StartAsync();
        _connection = await ConnectionMultiplexer.ConnectAsync($"{Redis.ConnectionString},abortConnect=false");
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        foreach (var running in new IAsyncDisposable[] { _desk, Redis, _postgres })
        {
            await running.DisposeAsync();
        }

        File.Delete(_sites);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Leaves what the learner would say of the site <c>demo</c>.</summary>
    public Task LeaveAsync(object report) =>
        _connection.GetDatabase().HashSetAsync("moderation:{demo}:model", "report", JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
}
