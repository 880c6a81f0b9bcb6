using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Moderation.Dashboard.SignIn;

internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder app) => app.MapPost("/dashboard/logout", async (HttpContext context, IAntiforgery antiforgery) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The form is out of date.", detail: "Load the page again and sign out from there.");
        }

        await context.SignOutAsync(Schemes.Cookie);
        return Results.LocalRedirect("/dashboard/login");
    });
}
