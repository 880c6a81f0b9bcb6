using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>What the forms of the page of dead messages are sent to. Each leads back to the page, which says what was done.</summary>
internal static class OperationsForms
{
    public static void MapOperationsForms(this IEndpointRouteBuilder app)
    {
        app.MapPost("/dashboard/operations/resend", (HttpContext context, IAntiforgery antiforgery, DeadMessageList list, SettleDeadMessages settle) =>
            SettleAsync(context, antiforgery, list, "resend", settle.ResendAsync)).RequireAuthorization(Schemes.Admins);
        app.MapPost("/dashboard/operations/discard", (HttpContext context, IAntiforgery antiforgery, DeadMessageList list, SettleDeadMessages settle) =>
            SettleAsync(context, antiforgery, list, "discard", settle.DiscardAsync)).RequireAuthorization(Schemes.Admins);
    }

    private static async Task<IResult> SettleAsync(
        HttpContext context, IAntiforgery antiforgery, DeadMessageList list, string act, Func<DeadMessageChoice, string, CancellationToken, Task<Settled>> settle)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The form is out of date.", detail: "Load the page again.");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var query = DeadMessageQuery.Of(form["queue"], form["reason"]);
        DeadMessageChoice choice;
        if (Guid.TryParse(form["id"], out var id))
        {
            choice = new DeadMessageChoice(new DeadMessageQuery(), [id]);
        }
        else
        {
            var now = await list.CountAsync(query, context.RequestAborted);
            if (form["count"] != now.ToString(CultureInfo.InvariantCulture))
            {
                return Back($"now={now}");
            }

            choice = new DeadMessageChoice(query);
        }

        // Whoever leaves the page meanwhile has said so all the same.
        var settled = await settle(choice, context.User.Identity!.Name!, CancellationToken.None);
        return Back($"act={act}&done={settled.Done}&failed={settled.Failed}{(settled.IsBrokerDown ? "&broker=down" : "")}");

        IResult Back(string outcome) => Results.LocalRedirect($"/{OperationsPage.Address(query)}&{outcome}");
    }
}
