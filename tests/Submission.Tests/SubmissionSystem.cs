using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Stores;

namespace Moderation.Submission.Tests;

/// <summary>Submission alone, over real HTTP, on SQLite and the in-memory bus, with an ear on what it publishes.</summary>
public sealed class SubmissionSystem : IAsyncLifetime
{
    public const string Secret = "demo-secret";
    private readonly string _directory = Directory.CreateTempSubdirectory("submission-").FullName;
    private WebApplication _app = null!;

    /// <summary>Set before the start.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    internal ConcurrentQueue<CommentSubmitted> Published { get; } = [];

    internal ConcurrentQueue<IDecision> Decisions { get; } = [];

    internal ConcurrentQueue<AuthorErased> Erased { get; } = [];

    public HttpClient Browser { get; private set; } = null!;

    public HttpClient Site { get; private set; } = null!;

    public string Self => Browser.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        var sites = Path.Combine(_directory, "sites.yaml");
        await File.WriteAllTextAsync(sites, """
            sites:
              - { id: demo, name: Demo, language: hi, origins: [self, "https://news.example"], closedPages: [closed] }
              - { id: other, name: Other, language: en, origins: ["https://other.example"] }
            """);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sites:File"] = sites,
            ["Sites:Secrets:demo"] = Secret,
            ["Sites:Secrets:other"] = "other-secret",
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("test");
        builder.Services.AddSingleton<IDatabases>(new SqliteDatabases(_directory));
        builder.Services.AddSingleton(Published);
        builder.Services.AddSingleton(Decisions);
        builder.Services.AddSingleton(Erased);
        builder.Services.AddInMemoryBus(bus =>
        {
            bus.AddSubmissionConsumers();
            bus.AddConsumer<HearSubmittedConsumer>();
            bus.AddConsumer<HearDecisionsConsumer>();
            bus.AddConsumer<HearErasedConsumer>();
        });
        builder.AddSubmission();
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapSubmission();
        await _app.StartAsync();
        var address = new Uri(_app.Urls.Single());
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        Browser.DefaultRequestHeaders.Add("Origin", Self);
        Site = new HttpClient { BaseAddress = address };
        Site.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    public static object Comment(object? body = null, object? page = null, object? author = null, object? parentId = null, object? client = null, object? form = null) => new
    {
        page = page ?? new { id = "p1", url = "https://news.example/p1", title = "पहला पन्ना" },
        parentId,
        author = author ?? new { name = "पाठक", email = "reader@example.com" },
        body = body ?? "बहुत अच्छी ख़बर!",
        client,
        form,
    };

    public async Task<JsonElement> Accept(object comment)
    {
        using var response = await Site.PostAsJsonAsync("/v1/sites/demo/comments", comment);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal async Task<CommentSubmitted> Heard(Guid id)
    {
        await Eventually(() => Published.Any(comment => comment.CommentId == id));
        return Published.First(comment => comment.CommentId == id);
    }

    /// <summary>Asks again and again until the condition holds, for at most ten seconds.</summary>
    public static async Task Eventually(Func<bool> condition) => await Eventually(() => Task.FromResult(condition()));

    public static async Task Eventually(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private sealed class HearSubmittedConsumer(ConcurrentQueue<CommentSubmitted> published) : IConsumer<CommentSubmitted>
    {
        public Task Consume(ConsumeContext<CommentSubmitted> context)
        {
            published.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    private sealed class HearDecisionsConsumer(ConcurrentQueue<IDecision> decisions)
        : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>
    {
        public Task Consume(ConsumeContext<CommentApproved> context) => Hear(context.Message);

        public Task Consume(ConsumeContext<CommentHeld> context) => Hear(context.Message);

        public Task Consume(ConsumeContext<CommentRejected> context) => Hear(context.Message);

        private Task Hear(IDecision decision)
        {
            decisions.Enqueue(decision);
            return Task.CompletedTask;
        }
    }

    private sealed class HearErasedConsumer(ConcurrentQueue<AuthorErased> erased) : IConsumer<AuthorErased>
    {
        public Task Consume(ConsumeContext<AuthorErased> context)
        {
            erased.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }
}
