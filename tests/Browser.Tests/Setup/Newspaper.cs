using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Moderation.Browser.Tests.Setup;

/// <summary>Somebody else's website: another origin, with a content security policy that allows nothing that the widget does not need.</summary>
public sealed class Newspaper : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _reports = [];

    private Newspaper(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The address of the comments' server; its pages load the widget from there.</summary>
    public string Comments { get; set; } = "";

    /// <summary>What browsers reported to have been against the policy.</summary>
    public IReadOnlyCollection<string> Reports => _reports;

    public static async Task<Newspaper> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var newspaper = new Newspaper(builder.Build());
        newspaper._app.MapGet("/{language:length(2,5)}/{page}", (HttpContext context, string language, string page) => newspaper.Show(context, Article(newspaper.Comments, language, page)));
        newspaper._app.MapGet("/{language:length(2,5)}", (HttpContext context, string language, string pages) => newspaper.Show(context, FrontPage(newspaper.Comments, language, pages.Split(','))));
        newspaper._app.MapGet("/favicon.ico", () => Results.NoContent());
        newspaper._app.MapGet("/style.css", () => Results.Text(Style, "text/css"));
        newspaper._app.MapPost("/reports", newspaper.ReportAsync);
        await newspaper._app.StartAsync();
        return newspaper;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Show(HttpContext context, string html)
    {
        // Where a page has no policy, nothing but the widget itself keeps scripts out.
        context.Response.Headers.ContentSecurityPolicy = context.Request.Query["policy"] == "none"
            ? default
            : (Microsoft.Extensions.Primitives.StringValues)$"default-src 'none'; script-src {Comments}; connect-src {Comments}; img-src {Comments}; style-src 'self'; base-uri 'none'; form-action 'none'; report-uri /reports";
        return Results.Text(html, "text/html; charset=utf-8");
    }

    private async Task ReportAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _reports.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
    }

    private static string Article(string comments, string language, string page) => $"""
        <!doctype html>
        <html lang="{language}">
        <head>
          <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The Lantern: {page}</title>
          <link rel="stylesheet" href="/style.css">
          <script async src="{comments}/embed.js"></script>
        </head>
        <body>
          <main>
            <h1>The ferry runs again</h1>
            <p>After two winters of repairs the little ferry crosses the river every hour, and the queue is longer than ever.</p>
            <reader-comments site="demo" page="{page}" page-title="The ferry runs again"></reader-comments>
          </main>
        </body>
        </html>
        """;

    private static string FrontPage(string comments, string language, string[] pages) => $"""
        <!doctype html>
        <html lang="{language}">
        <head><meta charset="utf-8"><title>The Lantern</title><script src="{comments}/embed.js"></script></head>
        <body>
          <ul>{string.Concat(pages.Select(page => $"<li>{page} <reader-comment-count site=\"demo\" page=\"{page}\"></reader-comment-count></li>"))}</ul>
        </body>
        </html>
        """;

    private const string Style = """
        :root { color-scheme: light dark; font: 1.05rem/1.6 Georgia, "Noto Serif Devanagari", serif; }
        body { margin: 0; color: light-dark(#111, #eee); background: light-dark(#fff, #121212); }
        main { max-width: 44rem; margin: 2rem auto; padding-inline: 1.25rem; }
        """;
}
