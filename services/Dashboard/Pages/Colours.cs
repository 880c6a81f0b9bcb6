using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Localisation;

namespace Moderation.Dashboard.Pages;

/// <summary>Light, dark, or as the system is: as the moderator chose.</summary>
internal static class Colours
{
    public const string System = "system";
    private const string CookieName = "moderation-colours";

    public static readonly IReadOnlyList<string> Choices = [System, "light", "dark"];

    public static string Of(HttpContext? context) =>
        context?.Request.Cookies[CookieName] is { } chosen && Choices.Contains(chosen, StringComparer.Ordinal) ? chosen : System;

    public static void MapColours(this IEndpointRouteBuilder app) => app.MapGet("/dashboard/colours", (HttpContext context, string? to, string? back) =>
    {
        context.Response.Cookies.Append(
            CookieName,
            Choices.FirstOrDefault(choice => choice == to, System),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = context.Request.IsHttps });
        return Results.LocalRedirect(Languages.IsOwnPage(back) ? back! : "/dashboard");
    });
}
