using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Moderation.Hosting.Sites;
using Moderation.Submission.Intake;
using Moderation.Submission.Relay;

namespace Moderation.Submission.Api;

/// <summary><c>POST /v1/sites/{site}/comments</c>, as JSON or as a WordPress form.</summary>
internal sealed class SubmitComment(
    SiteList sites, CommentStore store, FreshComments fresh, PostLimit limit, TimeProvider time, ILogger<SubmitComment> logger)
{
    private const int IdempotencyKeyMaximum = 255;

    public async Task<IResult> Json(HttpContext context, string siteId)
    {
        var (caller, site, refusal) = Admit(context, siteId);
        if (refusal is not null)
        {
            return refusal.ToProblem(context);
        }

        if (await RequestBody.Read(context.Request, context.RequestAborted) is not { } body)
        {
            return Refusal.TooLarge.ToProblem(context);
        }

        (var request, refusal) = JsonComment.Parse(body);
        SavedComment? saved = null;
        if (refusal is null)
        {
            (saved, refusal) = await Take(context, caller!, site!, body, request!);
        }

        return refusal is null ? Accepted(saved!.Id) : refusal.ToProblem(context);
    }

    public async Task<IResult> Form(HttpContext context, string siteId)
    {
        var (caller, site, refusal) = Admit(context, siteId);
        if (refusal is not null)
        {
            return FormAnswer.Page(refusal);
        }

        if (await RequestBody.Read(context.Request, context.RequestAborted) is not { } body)
        {
            return FormAnswer.Page(Refusal.TooLarge);
        }

        FormComment form;
        try
        {
            form = FormComment.Parse(body, context.Request, site!);
        }
        catch (InvalidDataException)
        {
            return FormAnswer.Page(new Refusal(StatusCodes.Status400BadRequest, "The form has too many or too long fields."));
        }

        (var saved, refusal) = await Take(context, caller!, site!, body, form.Comment);
        if (refusal is not null)
        {
            return FormAnswer.Page(refusal);
        }

        // 303: the browser gets the page anew, and a reload does not post again.
        context.Response.Headers.Location = form.WayBack(saved!.Id);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private (Caller? Caller, Site? Site, Refusal? Refusal) Admit(HttpContext context, string siteId)
    {
        if (!sites.TryGet(siteId, out var site))
        {
            return (null, null, new Refusal(StatusCodes.Status404NotFound, "There is no such site."));
        }

        var (caller, refusal) = Caller.Identify(context.Request, site);
        if (caller is { IsSite: false } && limit.Delay(context.Connection.RemoteIpAddress) is { } delay)
        {
            refusal = new Refusal(StatusCodes.Status429TooManyRequests, "Too many comments came from this address. Please wait a moment.") { RetryAfter = delay };
        }

        return (caller, site, refusal);
    }

    private async Task<(SavedComment? Saved, Refusal? Refusal)> Take(HttpContext context, Caller caller, Site site, RequestBody body, CommentRequest request)
    {
        var errors = new FieldErrors();
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > IdempotencyKeyMaximum)
        {
            errors.Add("Idempotency-Key", $"It is longer than {IdempotencyKeyMaximum} characters.");
        }

        var comment = CommentValidation.Validate(request, site.Id, caller.ClientOf(context), time.GetUtcNow(), errors);
        if (comment is null)
        {
            return (null, Refusal.Wrong(errors));
        }

        if (site.ClosedPages.Contains(comment.Page.Id))
        {
            return (null, new Refusal(StatusCodes.Status403Forbidden, "This page takes no more comments."));
        }

        try
        {
            if (comment.ParentId is { } parent && !await store.Exists(parent, site.Id, comment.Page.Id, context.RequestAborted))
            {
                errors.Add("parentId", "There is no such comment on this page.");
                return (null, Refusal.Wrong(errors));
            }

            var saved = await store.Save(comment, AuthorKey.Of(site, comment.Author.Email), key.Length == 0 ? null : key, body.Hash, context.RequestAborted);
            if (!saved.IsSameRequest)
            {
                return (null, new Refusal(StatusCodes.Status409Conflict, "This idempotency key came with another comment before."));
            }

            if (saved.IsNew)
            {
                fresh.Add(Outgoing.Of(comment));
            }

            return (saved, null);
        }
        catch (DbException exception)
        {
            logger.LogError("A comment for {SiteId} was not saved: {Reason}", site.Id, exception.Message);
            return (null, Refusal.NotSaved);
        }
    }

    private static IResult Accepted(Guid id)
    {
        var statusUrl = $"/v1/comments/{id}";
        return Results.Accepted(statusUrl, new { id, status = CommentStatus.Pending, statusUrl });
    }
}

internal static class SubmitCommentEndpoint
{
    public static void MapSubmitComment(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/sites/{site}/comments", (HttpContext context, string site, SubmitComment submit) => MediaType(context.Request) switch
            {
                "application/json" => submit.Json(context, site),
                "application/x-www-form-urlencoded" => submit.Form(context, site),
                _ => Task.FromResult(new Refusal(
                    StatusCodes.Status415UnsupportedMediaType,
                    "Comments come as application/json or application/x-www-form-urlencoded.").ToProblem(context)),
            })
            .RequireCors(SiteCors.OfSite);

    private static string MediaType(HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
}
