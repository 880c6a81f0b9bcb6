using System.Data.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Moderation.Dashboard.SignIn;

internal static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<WrongPasswords>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<CheckSession>();
        services.AddHostedService<OperatorsAccount>();
        services.AddScoped<CircuitHandler, SessionWatch>();
        services.AddAuthentication(Schemes.Cookie)
            .AddCookie(Schemes.Cookie, SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(Schemes.Token, null)
            .AddOpenIdConnectDoor(OpenIdConnectSettings.Of(configuration));
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

    /// <summary>Nobody opens the live part of a page without a session: whoever kept an old page would see more than they may.</summary>
    public static void UseSessionsOnly(this IApplicationBuilder app) => app.UseWhen(
        // A page that is left may always say so: the session ends before the page does.
        context => context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
            && !context.Request.Path.StartsWithSegments("/_blazor/disconnect", StringComparison.Ordinal)
            && context.User.Identity?.IsAuthenticated is not true,
        strangers => strangers.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }));
}
