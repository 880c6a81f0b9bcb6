using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Hosting.Sites;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Api;

/// <summary><c>GET /v1/comments/{id}</c>: what became of a comment. Tells nothing else of it, so anyone may ask.</summary>
internal static class CommentStatusEndpoint
{
    public static void MapCommentStatus(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/comments/{id}", async (string id, CommentStore store, HttpContext context) =>
            {
                var comment = Guid.TryParse(id, out var known) ? await store.Find(known, context.RequestAborted) : null;
                return comment is null
                    ? new Refusal(StatusCodes.Status404NotFound, "There is no such comment.").ToProblem(context)
                    : Results.Ok(new
                    {
                        id = known,
                        status = comment.Status,
                        submittedAt = Time(comment.SubmittedAt),
                        decidedAt = comment.DecidedAt is { } decidedAt ? Time(decidedAt) : (DateTime?)null,
                    });
            })
            .RequireCors(SiteCors.Anyone);

    private static DateTime Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
