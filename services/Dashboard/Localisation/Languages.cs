using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace Moderation.Dashboard.Localisation;

/// <summary>English or Hindi: as the moderator chose, else as the browser asks.</summary>
internal static class Languages
{
    public const string English = "en";
    public const string Hindi = "hi";
    private const string CookieName = "moderation-language";

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Hindi ? Hindi : English;

    public static void UseLanguages(this IApplicationBuilder app)
    {
        var options = new RequestLocalizationOptions()
            .SetDefaultCulture(English)
            .AddSupportedCultures(English, Hindi)
            .AddSupportedUICultures(English, Hindi);
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName, Options = options }, new AcceptLanguageHeaderRequestCultureProvider { Options = options }];

        // The circuit of a page speaks the language of the request that opened it.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/dashboard", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal),
            pages => pages.UseRequestLocalization(options));
    }

    public static void MapLanguageSwitch(this IEndpointRouteBuilder app) => app.MapGet("/dashboard/language", (HttpContext context, string? to, string? back) =>
    {
        var language = to == Hindi ? Hindi : English;
        context.Response.Cookies.Append(
            CookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = context.Request.IsHttps });
        return Results.LocalRedirect(IsOwnPage(back) ? back! : "/dashboard");
    });

    /// <summary>Whether an address that came in with a request leads back to one of our pages and nowhere else.</summary>
    public static bool IsOwnPage(string? address) =>
        address is not null
        && (address == "/dashboard" || address.StartsWith("/dashboard?", StringComparison.Ordinal) || address.StartsWith("/dashboard/", StringComparison.Ordinal))
        && !address.Any(char.IsControl)
        && !address.Contains('\\', StringComparison.Ordinal);
}
