using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Hosting.Models;
using Moderation.Learning;
using Moderation.Servers;
using StackExchange.Redis;
using IServer = Moderation.Servers.IServer;

namespace Moderation.Browser.Tests.Setup;

/// <summary>The services that a desk needs, each a process of its own, on servers that can be stopped.</summary>
public sealed class ServicesWithDesk : IAsyncLifetime, IAsyncDisposable
{
    private const string Secret = "secret-of-the-site";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _site = new();
    private readonly List<OwnProgram> _programs = [];

    public IRabbitMqServer RabbitMq { get; private set; } = null!;

    public IPostgresServer Postgres { get; private set; } = null!;

    public string Desk { get; private set; } = "";

    private IServer Redis { get; set; } = null!;

    public async Task InitializeAsync()
    {
        (RabbitMq, Postgres, Redis) = (await RealServers.RabbitMqAsync(), await RealServers.PostgresAsync(), await RealServers.RedisAsync());
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__RabbitMq"] = RabbitMq.ConnectionString,
            ["ConnectionStrings__Redis"] = Redis.ConnectionString,
            ["ConnectionStrings__Postgres"] = await Postgres.CreateDatabaseAsync(),
            ["Sites__Secrets__demo"] = Secret,
            ["Dashboard__Password"] = Standalone.Password,
        };
        foreach (var service in new[] { "submission", "worker", "dashboard" })
        {
            _programs.Add(new OwnProgram(service, Built.Host, [service], settings));
        }

        await Task.WhenAll(_programs.Select(program => program.StartAsync()));
        Desk = _programs[^1].Address.GetLeftPart(UriPartial.Authority);
        _site.BaseAddress = _programs[0].Address;
        _site.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        _site.Dispose();
        foreach (var running in _programs.Cast<IAsyncDisposable>().Concat([RabbitMq, Redis, Postgres]))
        {
            await running.DisposeAsync();
        }
    }

    /// <summary>Posts a comment that is held, and waits until it is.</summary>
    public Task<Guid> HeldAsync(string name) => HeldAsync(name, $"See https://{Unlike.Word()}.example.org");

    /// <summary>Posts a comment that is held, and waits until it is.</summary>
    public async Task<Guid> HeldAsync(string name, string body)
    {
        var answer = await _site.PostAsJsonAsync("/v1/sites/demo/comments", new
        {
            page = new { id = "1", url = "https://news.example.com/1", title = "A page" },
            author = new { name },
            body,
        });
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await StateAsync(id, "held");
        return id;
    }

    /// <summary>Leaves a model for the site as the learner does, and returns when the worker judges by it.</summary>
    public async Task PutInForceAsync(Model model)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        await redis.GetDatabase().HashSetAsync(
            SharedModels.Key("demo"), [new HashEntry(SharedModels.Version, 1), new HashEntry(SharedModels.Model, model.Store())]);
        await redis.GetSubscriber().PublishAsync(RedisChannel.Literal(SharedModels.Channel), "demo");
        using var soon = new CancellationTokenSource(_patience);
        using var worker = new HttpClient { BaseAddress = _programs[1].Address };
        worker.DefaultRequestHeaders.Authorization = _site.DefaultRequestHeaders.Authorization;
        string? asked;
        do
        {
            var answer = await worker.PostAsJsonAsync("/v1/check", new { site = "demo", author = new { name = "Somebody" }, body = "Something" }, soon.Token);
            asked = (await answer.Content.ReadFromJsonAsync<JsonElement>(soon.Token)).TryGetProperty("model", out var version) ? version.GetString() : null;
        }
        while (asked != model.Version);
    }

    /// <summary>Returns when the website is told this of the comment.</summary>
    public async Task StateAsync(Guid id, string state)
    {
        using var soon = new CancellationTokenSource(_patience);
        while ((await _site.GetFromJsonAsync<JsonElement>($"/v1/comments/{id}", soon.Token)).GetProperty("status").GetString() != state)
        {
            await Task.Delay(50, soon.Token);
        }
    }
}
