using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Moderation.Hosting.Sites;

/// <summary>Lets the pages of a site's own origins call the endpoints below <c>/v1/sites/{site}</c>, and everybody the ones named <see cref="Anyone"/>.</summary>
public sealed class SiteCors(SiteList sites) : ICorsPolicyProvider
{
    /// <summary>The policy of endpoints whose route names a site.</summary>
    public const string OfSite = "site";

    /// <summary>The policy of endpoints that tell nothing private.</summary>
    public const string Anyone = "anyone";

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var policy = new CorsPolicyBuilder().AllowAnyHeader().AllowAnyMethod().SetPreflightMaxAge(TimeSpan.FromHours(1));
        if (policyName == Anyone)
        {
            return Task.FromResult<CorsPolicy?>(policy.AllowAnyOrigin().Build());
        }

        // An unknown site has a policy that allows nobody; without any, a preflight would reach the endpoint itself.
        sites.TryGet(context.GetRouteValue("site") as string ?? "", out var site);
        return Task.FromResult<CorsPolicy?>(
            policy.SetIsOriginAllowed(origin => site is not null && site.Allows(origin, context.Request.Self())).Build());
    }
}
