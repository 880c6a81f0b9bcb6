using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Moderation.Dashboard.Localisation;
using Moderation.Dashboard.Pages;
using Moderation.Dashboard.People;

namespace Moderation.Dashboard.SignIn;

/// <summary>The way in through an OpenID Connect provider: authorization code with PKCE, and a session like any other at the end.</summary>
internal static class OpenIdConnectDoor
{
    public const string Address = "/dashboard/login/provider";
    private const string Scheme = "dashboard-provider";
    private const string Callback = "/dashboard/login/answer";

    public static void AddOpenIdConnectDoor(this AuthenticationBuilder authentication, OpenIdConnectSettings settings)
    {
        authentication.Services.AddSingleton(settings);
        authentication.Services.AddSingleton<ProviderAccounts>();
        if (settings.IsOn)
        {
            authentication.AddOpenIdConnect(Scheme, options => Configure(options, settings));
        }
    }

    public static void MapOpenIdConnectDoor(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<OpenIdConnectSettings>().IsOn)
        {
            // A link: the policy of our pages lets no form lead to another server.
            app.MapGet(Address, (string? returnUrl) => Results.Challenge(
                new AuthenticationProperties { RedirectUri = Arrived.AddressTo(Languages.IsOwnPage(returnUrl) ? returnUrl! : "/dashboard") }, [Scheme]));
        }
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdConnectSettings settings)
    {
        options.SignInScheme = Schemes.Cookie;
        options.Authority = settings.Authority;
        options.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // In the address and not in a form: a form from another server would come without the cookies that belong to it.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = Callback;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        foreach (var claim in new[] { settings.NameClaim, settings.RoleClaim, settings.SitesClaim }.OfType<string>())
        {
            options.ClaimActions.MapJsonKey(claim, claim);
        }

        options.Events.OnTicketReceived = AdmitAsync;
        options.Events.OnRemoteFailure = context =>
        {
            Log(context.HttpContext).LogWarning("The OpenID Connect provider let nobody in: {Reason}", context.Failure?.GetType().Name);
            return TurnAwayAsync(context, ProviderRefusal.Failed);
        };
    }

    private static async Task AdmitAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var answer = await services.GetRequiredService<ProviderAccounts>().AdmitAsync(context.Principal ?? new ClaimsPrincipal(), context.HttpContext.RequestAborted);
        if (answer.Account is not { } account)
        {
            Log(context.HttpContext).LogWarning("Somebody of the OpenID Connect provider was turned away: {Refusal}", answer.Refusal);
            await TurnAwayAsync(context, answer.Refusal!);
            return;
        }

        var session = await services.GetRequiredService<Sessions>().StartAsync(
            account, context.Request.Headers.UserAgent.ToString(), Account.ByProvider, context.HttpContext.RequestAborted);
        context.Principal = session.ToPrincipal();
    }

    private static Task TurnAwayAsync(HandleRequestContext<RemoteAuthenticationOptions> context, string refusal)
    {
        context.Response.Redirect($"/dashboard/login?refusal={refusal}");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdConnectDoor));
}
