using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Moderation.Hosting.Sites;

namespace Moderation.Publisher.Widget;

/// <summary><c>GET /embed.js</c></summary>
internal static class ServeWidget
{
    private static readonly Lazy<WidgetScript> _script = new(WidgetScript.Build);

    public static void MapWidget(this IEndpointRouteBuilder app) =>
        app.MapMethods("/embed.js", [HttpMethods.Get, HttpMethods.Head], Serve).RequireCors(SiteCors.Anyone);

    private static FileContentHttpResult Serve(HttpContext context)
    {
        var script = _script.Value;
        var (encoding, content) = Accepted(context.Request) switch
        {
            "br" => ("br", script.Brotli),
            "gzip" => ("gzip", script.Gzip),
            _ => (null, script.Plain),
        };
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=3600, stale-while-revalidate=86400";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        // Also for a request without Origin: a cache may give its answer to one that has it.
        headers.AccessControlAllowOrigin = "*";
        headers.ContentEncoding = encoding;
        return TypedResults.Bytes(content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{script.Version}\"", isWeak: true));
    }

    private static string? Accepted(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding
            .Where(encoding => encoding.Quality is not 0 && encoding.Value.Value is "br" or "gzip")
            .OrderByDescending(encoding => encoding.Quality ?? 1)
            .ThenBy(encoding => encoding.Value.Value, StringComparer.Ordinal)
            .Select(encoding => encoding.Value.Value)
            .FirstOrDefault();
}
