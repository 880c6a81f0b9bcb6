using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation.Benchmarks.Flow;
using Moderation.Contracts;
using Moderation.Hosting.Bus;
using Moderation.Servers;

namespace Moderation.Benchmarks.Reading;

/// <summary>A publisher as a process of its own, with its servers and a bus to send it decisions.</summary>
internal sealed class ReadingSystem : IAsyncDisposable
{
    public const string Site = "demo";
    public const string Page = "story";

    // As in the rules' benchmark: 200 characters, three languages.
    private static readonly string[] _texts = SampleTexts.Cut(perLanguage: 5, length: 200, kind => kind is "good");

    private readonly IServer[] _servers;
    private readonly IHost _bus;

    private ReadingSystem(IRabbitMqServer rabbitMq, IPostgresServer postgres, string database)
    {
        _servers = [rabbitMq, postgres];
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__RabbitMq"] = rabbitMq.ConnectionString,
            ["ConnectionStrings__Postgres"] = database,
            ["Sites__File"] = Path.Combine(Repository.Seeds, "sites.yaml"),
            [$"Sites__Secrets__{Site}"] = "demo-secret",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
        Publisher = new ServiceProcess(PublisherProgram.Name, settings, typeof(ReadingSystem).Assembly.Location);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IConfiguration>(builder.Configuration);
        builder.Services.AddRabbitMqBus(rabbitMq.ConnectionString, _ => { });
        _bus = builder.Build();
    }

    public ServiceProcess Publisher { get; }

    public static async Task<ReadingSystem> StartAsync()
    {
        var rabbitMq = RealServers.RabbitMqAsync();
        var postgres = await RealServers.PostgresAsync();
        var system = new ReadingSystem(await rabbitMq, postgres, await postgres.CreateDatabaseAsync());
        try
        {
            await Task.WhenAll(system.Publisher.ReadyAsync(), system._bus.StartAsync());
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends the approval of a new comment on the page.</summary>
    public Task ApproveAsync(int number) => _bus.Services.GetRequiredService<IBus>().Publish(new CommentApproved
    {
        Comment = new CommentSubmitted
        {
            CommentId = Guid.CreateVersion7(),
            SiteId = Site,
            Page = new Page { Id = Page, Url = "https://news.example.com/story", Title = "बारिश की ख़बर" },
            Author = new Author { Name = $"पाठक {number}", Url = "https://pathak.example.org/" },
            Body = _texts[number % _texts.Length],
            Client = new Client(),
            SubmittedAt = DateTimeOffset.UtcNow,
        },
        Verdict = new Verdict { Score = 0, Findings = [], Ruleset = "" },
        Sequence = 1,
        DecidedBy = IDecision.Rules,
        DecidedAt = DateTimeOffset.UtcNow,
    });

    /// <summary>Publishes this many comments and returns when the page has them.</summary>
    public async Task PublishAsync(int comments)
    {
        for (var number = 0; number < comments; number++)
        {
            await ApproveAsync(number);
        }

        using var http = new HttpClient();
        var counts = new Uri(Publisher.Address, $"/v1/sites/{Site}/counts?page={Page}");
        while (!(await http.GetStringAsync(counts)).Contains($":{comments}}}", StringComparison.Ordinal))
        {
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        _bus.Dispose();
        await Publisher.DisposeAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }
}
