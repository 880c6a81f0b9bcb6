using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Servers;
using StackExchange.Redis;

namespace Moderation.Dashboard.Tests.Rules;

/// <summary>A dashboard with a worker beside it, on a bus in memory and a Redis of their own.</summary>
internal sealed class RulesSystem : IAsyncDisposable
{
    private static readonly Lazy<Task<Servers.IServer>> _server = new(RealServers.RedisAsync);
    private static int _databases;

    private RulesSystem(DashboardHost host, RuleFolder folder) => (Host, Folder) = (host, folder);

    public DashboardHost Host { get; }

    public RuleFolder Folder { get; }

    public IDatabase Redis => Host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();

    public static async Task<RulesSystem> StartAsync(string store = "SQLite", string source = "desk", bool withWorker = true)
    {
        var folder = new RuleFolder();
        // Each has a database of its own on one server.
        var number = Interlocked.Increment(ref _databases) % 16;
        var redis = $"{(await _server.Value).ConnectionString},defaultDatabase={number}";
        await using (var admin = await ConnectionMultiplexer.ConnectAsync($"{redis},allowAdmin=true"))
        {
            await admin.GetServers()[0].FlushDatabaseAsync(number);
        }

        var settings = new Dictionary<string, string?> { ["Rules:Directory"] = folder.Place, ["Rules:Source"] = source };
        var host = await DashboardHost.StartAsync(await Stores.CreateAsync(store), settings: settings, withWorker: withWorker, redis: redis);
        var system = new RulesSystem(host, folder);
        if (withWorker)
        {
            // Until the dashboard has told what is in force, a worker holds everything.
            await Eventually.TrueAsync(async () => await system.TryAsync("Fine.") is "approve", "the worker knows the rules in force");
        }

        return system;
    }

    public static WordChange Add(string entry, string severity = "strong") => new() { List = "abuse", Language = "en", Entry = entry, Severity = severity };

    public static WordChange Remove(string entry) => new() { List = "abuse", Language = "en", Entry = entry, IsRemoved = true };

    public static RulesOverlay Words(params WordChange[] words) => new() { Words = words };

    public async Task<HttpResponseMessage> SaveAsync(RulesOverlay overlay, long basedOn, string? note = null)
    {
        using var program = Host.Program();
        return await program.PutAsJsonAsync(Address(""), new { overlay, basedOn, note });
    }

    public async Task<HttpResponseMessage> RevertAsync(long version)
    {
        using var program = Host.Program();
        return await program.PostAsJsonAsync(Address("/revert"), new { version });
    }

    public async Task<(HttpStatusCode Status, JsonNode Answer)> PreviewAsync(RulesOverlay overlay)
    {
        using var program = Host.Program();
        using var answer = await program.PostAsJsonAsync(Address("/preview"), new { overlay });
        return (answer.StatusCode, await answer.ReadAsync());
    }

    public async Task<JsonNode> GetAsync(string path = "")
    {
        using var program = Host.Program();
        return JsonNode.Parse(await program.GetStringAsync(Address(path)))!;
    }

    /// <summary>What the worker decides of a comment that is submitted now.</summary>
    public async Task<string> SubmitAsync(string body)
    {
        var comment = Samples.Comment(body, DateTimeOffset.UtcNow);
        await Host.Services.GetRequiredService<IBus>().Publish(comment);
        using var program = Host.Program();
        JsonNode? filed = null;
        await Eventually.TrueAsync(async () => (filed = await program.FindCaseAsync(comment.CommentId)) is not null, "the comment is decided");
        return filed!.String("state")!;
    }

    /// <summary>What the worker would decide, as far as its rules in force go.</summary>
    public async Task<string> TryAsync(string body)
    {
        var answer = await Host.Services.GetRequiredService<IBus>().CreateRequestClient<VerdictAsked>()
            .GetResponse<VerdictAnswered>(new VerdictAsked { Comment = Samples.Comment(body) });
        return answer.Message.Outcome;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Folder.Dispose();
    }

    private static Uri Address(string path) => new($"/dashboard/api/rules{path}", UriKind.Relative);
}
