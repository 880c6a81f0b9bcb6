using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Live;

/// <summary><c>GET /v1/sites/{site}/stream?page=&amp;after=</c></summary>
internal static class StreamPage
{
    public static void MapStreamPage(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/sites/{site}/stream", StreamAsync).RequireCors(SiteCors.OfSite);

    private static async Task<IResult> StreamAsync(
        string site, HttpContext context, SiteList sites, LiveReader reader, IHostApplicationLifetime lifetime)
    {
        if (!sites.TryGet(site, out _))
        {
            return Refusals.NoSuchSite();
        }

        var pageId = context.Request.Query["page"].ToString();
        var asked = context.Request.Query["after"];
        var after = Version(asked);
        var errors = new Dictionary<string, string[]>();
        if (pageId.Length == 0)
        {
            errors["page"] = ["Say which page: page is the id the comments were posted with."];
        }

        if (asked.Count > 0 && after is null)
        {
            errors["after"] = ["after is the version of the page that you have."];
        }

        if (errors.Count > 0)
        {
            return Refusals.Wrong(errors, "The comments cannot be streamed like this.");
        }

        var headers = context.Response.Headers;
        headers.ContentType = ServerSentEvents.ContentType;
        headers.CacheControl = "no-store";
        // nginx would otherwise hold events back.
        headers["X-Accel-Buffering"] = "no";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        // A browser that comes back says how far it got; its address still says where it once began.
        await reader.ReadAsync(
            PageRef.Of(site, pageId), Version(context.Request.Headers["Last-Event-ID"]) ?? after, context.Response.Body, end.Token);
        return TypedResults.Empty;
    }

    private static long? Version(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
