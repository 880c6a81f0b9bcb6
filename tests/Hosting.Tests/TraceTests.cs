using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Moderation.Hosting.Tests;

public sealed class TraceTests
{
    [Fact]
    public async Task A_trace_tells_the_path_and_not_the_query()
    {
        var tags = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // Nobody listens there; the spans are made all the same.
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1",
            ["Serilog:MinimumLevel:Default"] = "Error",
            ["Sites:Secrets:demo"] = "demo-secret",
            ["Sites:File"] = Path.Combine(AppContext.BaseDirectory, "sites.yaml"),
        });
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sites.yaml"), "sites:\n  - id: demo\n");
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("test");
        await using var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGet("/v1/authors", () => "");
        await app.StartAsync();
        using var http = new HttpClient();

        await http.GetStringAsync(new Uri($"{app.Urls.Single()}/v1/authors?email=asha%40example.com"));
        await app.StopAsync();

        Assert.Contains(tags, tag => tag.Contains("/v1/authors", StringComparison.Ordinal));
        Assert.DoesNotContain(tags, tag => tag.Contains("asha", StringComparison.Ordinal));
    }
}
