using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Hosting.Sites;

/// <summary>Lets only a site's own server in: with the secret, and from no browser's page.</summary>
public static class SiteSecretFilter
{
    /// <summary>For endpoints whose route names a site as <c>{site}</c>. What they answer is in no cache.</summary>
    public static TBuilder RequireSiteSecret<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        // Without the attribute the policy of the site's own pages would let browsers read the answer.
        endpoints.AddEndpointFilter(AdmitAsync).WithMetadata(new DisableCorsAttribute());

    private static async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        context.Response.Headers.CacheControl = "no-store";
        var sites = context.RequestServices.GetRequiredService<SiteList>();
        if (!sites.TryGet(context.GetRouteValue("site") as string ?? "", out var site))
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such site.");
        }

        return context.Request.BearerToken() is { } token && site.HasSecret(token)
            ? await next(call)
            : Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "This is for the site's own server: send the site's secret.");
    }
}
