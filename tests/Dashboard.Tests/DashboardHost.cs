using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Stores;
using Moderation.Worker;

namespace Moderation.Dashboard.Tests;

/// <summary>The dashboard on a port of its own, with a bus in memory.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    public const string Password = "a password for tests";
    public const string ApiToken = "a token for tests";

    private readonly WebApplication _app;
    private readonly string _sites;

    private DashboardHost(WebApplication app, string sites) => (_app, _sites) = (app, sites);

    public IServiceProvider Services => _app.Services;

    /// <summary>One of the dashboard's own parts.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Recorder Recorder => Services.GetRequiredService<Recorder>();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<DashboardHost> StartAsync(
        Func<IDatabases> databases, TimeProvider? time = null, string? password = Password, string? apiToken = ApiToken, TimeSpan? replay = null,
        Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, Action<IBusRegistrationConfigurator>? consumers = null,
        string? rabbitMq = null, string? redis = null, bool withWorker = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        var sites = Path.GetTempFileName();
        await File.WriteAllTextAsync(sites, "sites:\n  - id: demo\n    name: Demo\n");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sites:File"] = sites,
            ["Sites:Secrets:demo"] = "demo-secret",
            ["Dashboard:Password"] = password,
            ["Dashboard:ApiToken"] = apiToken,
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("test");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(databases());
        builder.Services.AddRedis(redis ?? await Stores.RedisAsync());
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddSingleton<Recorder>();
        if (rabbitMq is null)
        {
            builder.Services.AddInMemoryBus(AddConsumers);
        }
        else
        {
            builder.Services.AddRabbitMqBus(rabbitMq, AddConsumers);
        }

        services?.Invoke(builder.Services);
        if (withWorker)
        {
            builder.AddWorker();
        }

        builder.AddDashboard();
        if (replay is { } window)
        {
            builder.Services.AddSingleton(new ReplayWindow(window));
        }

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapDashboard();
        await app.StartAsync();
        await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(20));
        return new DashboardHost(app, sites);

        void AddConsumers(IBusRegistrationConfigurator bus)
        {
            bus.AddDashboardConsumers();
            bus.AddConsumer<Recorder>();
            consumers?.Invoke(bus);
            if (withWorker)
            {
                bus.AddWorkerConsumers();
            }
        }
    }

    /// <summary>A client that keeps cookies and does not follow redirects.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A client that sends the API token.</summary>
    public HttpClient Program(string token = ApiToken)
    {
        var client = Browser();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public DbDataSource Database => Services.GetRequiredKeyedService<DbDataSource>("dashboard");

    /// <summary>Publishes what the rules said and waits until it is filed.</summary>
    public async Task FileAsync(params IDecision[] decisions)
    {
        using var program = Program();
        foreach (var decision in decisions)
        {
            await PublishAsync(decision);
        }

        foreach (var comment in decisions.Select(decision => decision.Comment.CommentId).Distinct())
        {
            await Eventually.TrueAsync(async () => await program.FindCaseAsync(comment) is not null, "the case is filed");
        }
    }

    /// <summary>Publishes an erasure and waits until it is confirmed.</summary>
    public async Task EraseAsync(AuthorErased erased)
    {
        var before = Confirmations();
        await Services.GetRequiredService<IBus>().Publish(erased);
        await Eventually.TrueAsync(() => Confirmations() > before, "the erasure is confirmed");

        int Confirmations() => Recorder.Confirmed.Count(done => done.ErasureId == erased.ErasureId && done.Service == "dashboard");
    }

    public Task PublishAsync(IDecision decision) => Services.GetRequiredService<IBus>().Publish(decision, decision.GetType());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        File.Delete(_sites);
    }
}

internal static class ApiCalls
{
    public static async Task<JsonNode> GetCasesAsync(this HttpClient client, string query = "")
    {
        var answer = await client.GetAsync(new Uri($"/dashboard/api/comments?{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public static async Task<JsonNode?> FindCaseAsync(this HttpClient client, Guid comment)
    {
        foreach (var state in new[] { "held", "approved", "rejected" })
        {
            var page = await client.GetCasesAsync($"state={state}&limit=200");
            if (page["items"]!.AsArray().FirstOrDefault(item => item!.String("id") == comment.ToString()) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public static string? String(this JsonNode node, string property) => node[property]?.ToString();

    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
