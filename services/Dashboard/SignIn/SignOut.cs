using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Moderation.Dashboard.SignIn;

internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder app) => app.MapPost("/dashboard/logout", async (HttpContext context, Sessions sessions, IAntiforgery antiforgery) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The form is out of date.", detail: "Load the page again and sign out from there.");
        }

        if (Session.IdOf(context.User) is { } session)
        {
            await sessions.EndAsync(context.User.Identity!.Name!, session, Sessions.SignedOut, context.RequestAborted);
        }

        await context.SignOutAsync(Schemes.Cookie);
        return Results.LocalRedirect("/dashboard/login");
    });
}
