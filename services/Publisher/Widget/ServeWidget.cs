using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Answers;

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
        var coding = ContentCoding.For(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=3600, stale-while-revalidate=86400";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        // Also for a request without Origin: a cache may give its answer to one that has it.
        headers.AccessControlAllowOrigin = "*";
        headers.ContentEncoding = coding?.Name;
        return TypedResults.Bytes(script.In(coding), "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{script.Version}\"", isWeak: true));
    }
}
