using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Moderation.Hosting.Sites;

namespace Moderation.Publisher.Webhooks;

/// <summary>For the operator, with the site's secret: what the site's webhook did not take, to be sent again or given up.</summary>
internal static class WebhooksApi
{
    private const int MostFailed = 200;

    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var messages = app.MapGroup("/v1/sites/{site}/webhooks").RequireSiteSecret();
        messages.MapGet("", ListAsync);
        messages.MapPost("/resend", ResendAsync);
        messages.MapPost("/{id}/resend", ResendAsync);
        messages.MapDelete("/{id}", RemoveAsync);
    }

    private static async Task<IResult> ListAsync(string site, WebhookOutbox outbox, CancellationToken cancellationToken)
    {
        var (waiting, failed) = await outbox.ReadAsync(site, MostFailed, cancellationToken);
        return TypedResults.Ok(new
        {
            waiting,
            failed = failed.Select(message => new
            {
                message.Id,
                message.Type,
                message.CommentId,
                createdAt = Time(message.CreatedAt),
                message.Attempts,
                message.LastError,
                nextAttemptAt = Time(message.NextAttemptAt),
            }),
        });
    }

    private static DateTime? Time(long? milliseconds) =>
        milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime : null;

    private static async Task<IResult> ResendAsync(string site, string? id, WebhookOutbox outbox, CancellationToken cancellationToken)
    {
        var resent = await outbox.ReviveAsync(site, id, cancellationToken);
        return resent == 0 && id is not null ? NoSuchMessage() : TypedResults.Ok(new { resent });
    }

    private static async Task<IResult> RemoveAsync(string site, string id, WebhookOutbox outbox, CancellationToken cancellationToken) =>
        await outbox.RemoveAsync(site, id, cancellationToken) ? TypedResults.NoContent() : NoSuchMessage();

    private static ProblemHttpResult NoSuchMessage() =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such message among those that were given up.");
}
