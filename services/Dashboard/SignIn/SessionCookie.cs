using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.SignIn;

/// <summary>The cookie that names a session, and the answers to whoever has none or may not go where it leads.</summary>
internal static class SessionCookie
{
    private const string AccountPage = "/dashboard/account";
    private const string RefusedPage = "/dashboard/refused";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "moderation-dashboard";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Sessions.Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/dashboard/login";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnRedirectToLogin = context => IsApi(context.Request) ? ChallengeAsync(context.HttpContext) : RedirectAsync(context, context.RedirectUri);
        cookie.Events.OnRedirectToAccessDenied = context => (IsApi(context.Request), Policies.IsSettled(context.HttpContext.User)) switch
        {
            (true, true) => RefuseAsync(context.HttpContext, "Your account or token is not for that."),
            (true, false) => RefuseAsync(context.HttpContext, $"Your first password must be changed first, at {AccountPage}."),
            (false, true) => RedirectAsync(context, RefusedPage),
            (false, false) => RedirectAsync(context, AccountPage),
        };
        cookie.Events.OnValidatePrincipal = ValidateAsync;
    }

    // Readers' pages do without knowing who is signed in at the desk.
    private static bool IsOfDesk(HttpRequest request) =>
        request.Path.StartsWithSegments("/dashboard", StringComparison.Ordinal) || request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal);

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/dashboard/api", StringComparison.Ordinal);

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!IsOfDesk(context.Request))
        {
            context.RejectPrincipal();
            return;
        }

        var check = context.HttpContext.RequestServices.GetRequiredService<CheckSession>();
        if (await check.NowAsync(context.Principal, context.HttpContext.RequestAborted) is { } session)
        {
            // What the account may do today, not when it signed in.
            context.ReplacePrincipal(session.ToPrincipal());
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Schemes.Cookie);
        }
    }

    private static Task ChallengeAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "Not signed in.",
            detail: "Send the API token as 'Authorization: Bearer <token>', or sign in at /dashboard/login.").ExecuteAsync(context);
    }

    private static Task RefuseAsync(HttpContext context, string sentence) =>
        Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "That is not allowed.", detail: sentence).ExecuteAsync(context);

    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }
}
