using System.Collections.Frozen;
using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Sites;
using Moderation.Hosting.Stores;
using Moderation.Servers;

namespace Moderation.Benchmarks.Desk;

/// <summary>The dashboard on real servers and a bus in memory, asked over HTTP by an admin.</summary>
internal sealed partial class DeskSystem : IAsyncDisposable
{
    public static readonly Site Site = new()
    {
        Id = "demo",
        Name = "Demo",
        Language = "hi",
        Origins = [],
        ClosedPages = FrozenSet<string>.Empty,
        Secret = "a secret",
    };

    private const string Password = "a password for the benchmark";

    private readonly WebApplication _app;
    private readonly List<IAsyncDisposable> _servers;

    private DeskSystem(WebApplication app, List<IAsyncDisposable> servers, HttpClient http) => (_app, _servers, Http) = (app, servers, http);

    public HttpClient Http { get; }

    /// <summary>One of the dashboard's own parts.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public DbDataSource Database => _app.Services.GetRequiredKeyedService<DbDataSource>("dashboard");

    public static async Task<DeskSystem> StartAsync(string store)
    {
        var redis = await RealServers.RedisAsync();
        List<IAsyncDisposable> servers = [redis];
        IDatabases databases;
        if (store == "postgres")
        {
            var postgres = await RealServers.PostgresAsync();
            servers.Add(postgres);
            databases = new PostgresDatabases(await postgres.CreateDatabaseAsync());
        }
        else
        {
            databases = new SqliteDatabases(Directory.CreateTempSubdirectory("desk-").FullName);
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sites:File"] = Path.Combine(Repository.Seeds, "sites.yaml"),
            ["Sites:Secrets:demo"] = Site.Secret,
            ["Dashboard:Password"] = Password,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("desk");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(databases);
        builder.Services.AddRedis(redis.ConnectionString);
        builder.Services.AddInMemoryBus(bus => bus.AddDashboardConsumers());
        builder.AddDashboard();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapDashboard();
        await app.StartAsync();
        return new DeskSystem(app, servers, await SignInAsync(new Uri(app.Urls.Single())));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-Requested-With", "benchmark");
        var login = new Uri("/dashboard/login", UriKind.Relative);
        var fields = HiddenFields().Matches(await http.GetStringAsync(login))
            .Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Append(KeyValuePair.Create("username", "admin"))
            .Append(KeyValuePair.Create("password", Password));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(login, form);
        return answer.StatusCode == HttpStatusCode.Found ? http : throw new InvalidOperationException($"Signing in was answered with {answer.StatusCode}.");
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex HiddenFields();
}
