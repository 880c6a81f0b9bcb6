using System.Net;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Sites;
using Moderation.Hosting.Stores;

namespace Moderation.Publisher.Tests.Running;

/// <summary>The publisher by itself, on a bus in memory: a Hindi site <c>demo</c>, an English one <c>post</c>, a Hinglish one <c>adda</c>.</summary>
internal sealed class PublisherHost : IAsyncDisposable
{
    private const string Sites = """
        sites:
          - id: demo
            language: hi
            origins: [https://news.example.com]
          - id: post
            language: en
          - id: adda
            language: hi-Latn
        """;

    private readonly WebApplication _app;
    private readonly string _sitesFile;
    private readonly ConsumedMessages _consumed = new();

    private PublisherHost(WebApplication app, StoppedClock clock, string sitesFile)
    {
        _app = app;
        _sitesFile = sitesFile;
        Clock = clock;
        Http = app.GetTestClient();
        app.Services.GetRequiredService<IBus>().ConnectConsumeObserver(_consumed);
    }

    public StoppedClock Clock { get; }

    public HttpClient Http { get; }

    /// <param name="databases">Where the comments are.</param>
    /// <param name="rabbitMq">The bus that it shares with others; without, it has one of its own in memory.</param>
    /// <param name="consumers">All of the publisher's unless said.</param>
    public static async Task<PublisherHost> StartAsync(
        IDatabases databases, string? rabbitMq = null, Action<IBusRegistrationConfigurator>? consumers = null)
    {
        var clock = new StoppedClock();
        var sitesFile = Path.GetTempFileName();
        await File.WriteAllTextAsync(sitesFile, Sites);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sites:File"] = sitesFile,
            // Also what is only logged when somebody looks for a fault.
            ["Serilog:MinimumLevel:Default"] = "Debug",
            ["Sites:Secrets:demo"] = "demo-secret",
            ["Sites:Secrets:post"] = "post-secret",
            ["Sites:Secrets:adda"] = "adda-secret",
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(databases);
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.AddServiceDefaults("test");
        builder.AddPublisher();
        if (rabbitMq is null)
        {
            builder.Services.AddSingleton<Confirmations>();
            builder.Services.AddInMemoryBus(bus =>
            {
                bus.AddPublisherConsumers();
                bus.AddConsumer<Confirmations>();
            });
        }
        else
        {
            builder.Services.AddRabbitMqBus(rabbitMq, consumers ?? PublisherModule.AddPublisherConsumers);
        }

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapPublisher();
        await app.StartAsync();
        return new PublisherHost(app, clock, sitesFile);
    }

    public T Part<T>()
        where T : class => _app.Services.GetRequiredService<T>();

    public Site Site(string id) => _app.Services.GetRequiredService<SiteList>().All.Single(site => site.Id == id);

    /// <summary>Sends a decision to whichever publisher is first to take it; again, as all who send do, until the bus has it.</summary>
    public Task SendAsync(IDecision decision) => Eventually.IsAsync(async () =>
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _app.Services.GetRequiredService<IBus>().Publish(decision, decision.GetType(), soon.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    });

    /// <summary>Sends decisions one after the other; returns when each has been worked off.</summary>
    public async Task DeliverAsync(params IDecision[] decisions)
    {
        foreach (var decision in decisions)
        {
            var messageId = Guid.NewGuid();
            await _app.Services.GetRequiredService<IBus>().Publish(decision, decision.GetType(), context => context.MessageId = messageId);
            await _consumed.WaitForAsync(messageId);
        }
    }

    /// <summary>Sends an erasure; returns when it has been worked off.</summary>
    public async Task EraseAsync(AuthorErased erased)
    {
        var messageId = Guid.NewGuid();
        await _app.Services.GetRequiredService<IBus>().Publish(erased, context => context.MessageId = messageId);
        await _consumed.WaitForAsync(messageId);
    }

    /// <summary>Lists comments; <paramref name="query"/> follows the page.</summary>
    public async Task<JsonElement> ListAsync(string query = "", string page = "story", string site = "demo") =>
        JsonElement.Parse(await Http.GetStringAsync(new Uri($"/v1/sites/{site}/comments?page={page}{query}", UriKind.Relative)));

    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string query = "", string page = "story", string site = "demo") =>
        [.. (await ListAsync(query, page, site)).GetProperty("items").EnumerateArray()];

    public async Task<(HttpStatusCode Status, JsonElement Problem)> FailAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        File.Delete(_sitesFile);
    }
}
