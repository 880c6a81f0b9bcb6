using System.Data.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Moderation.Dashboard.SignIn;

internal static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<Credentials>();
        services.AddSingleton<WrongPasswords>();
        services.AddAuthentication(Schemes.Cookie)
            .AddCookie(Schemes.Cookie, Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(Schemes.Token, null);
        services.AddAuthorizationBuilder().AddPolicies();
        services.AddCascadingAuthenticationState();
        services.Configure<AntiforgeryOptions>(antiforgery =>
        {
            antiforgery.Cookie.Name = "moderation-antiforgery";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("moderation-dashboard");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new CookieKeys(provider.GetRequiredKeyedService<DbDataSource>(DashboardModule.Name))));
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "moderation-dashboard";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/dashboard/login";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnRedirectToLogin = context => context.Request.Path.StartsWithSegments("/dashboard/api", StringComparison.Ordinal)
            ? RefuseAsync(context.HttpContext)
            : RedirectAsync(context);
        cookie.Events.OnValidatePrincipal = async context =>
        {
            if (!context.HttpContext.RequestServices.GetRequiredService<Credentials>().StillHolds(context.Principal))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(Schemes.Cookie);
            }
        };
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "Not signed in.",
            detail: "Send the API token as 'Authorization: Bearer <token>', or sign in at /dashboard/login.").ExecuteAsync(context);
    }

    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
