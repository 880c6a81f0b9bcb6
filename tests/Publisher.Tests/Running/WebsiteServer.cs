using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Moderation.Publisher.Tests.Running;

/// <summary>A website's server that is told by webhook, on a loopback port; it answers what it is asked to.</summary>
internal sealed class WebsiteServer : IAsyncDisposable
{
    public static readonly string Secret = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = [];

    private WebsiteServer(WebApplication app)
    {
        _app = app;
        app.MapPost("/hook", ReceiveAsync);
    }

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

    public Uri Hook => new(new Uri(_app.Urls.Single()), "/hook");

    /// <param name="hook">Where another one was; without, on a port of its own.</param>
    public static async Task<WebsiteServer> StartAsync(Uri? hook = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(hook?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0");
        var server = new WebsiteServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    /// <summary>What has come so far, once it is this much.</summary>
    public async Task<IReadOnlyList<Received>> HearsAsync(int count)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (_received.Count < count && clock.Elapsed < _patience)
        {
            await timer.WaitForNextTickAsync();
        }

        Assert.Equal(count, _received.Count);
        return [.. _received];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        _received.Enqueue(new Received(new HeaderDictionary(request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
        return Results.StatusCode((int)Answer);
    }

    internal sealed record Received(HeaderDictionary Headers, string Body)
    {
        public string Id => Headers["webhook-id"].ToString();
    }
}
