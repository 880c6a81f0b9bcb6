using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Api;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.DeadMessages;

/// <summary><c>/dashboard/api/dead-messages</c>: what lies in the error queues, for admins; sent again or discarded.</summary>
internal static class DeadMessagesApi
{
    private const int MaxLimit = 200;
    private const int MaxIds = 500;

    public static void MapDeadMessages(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/dead-messages").RequireAuthorization(Schemes.Admins);
        group.MapGet("/", ListAsync);
        group.MapPost("/resend", (HttpContext context, DeadMessageList list, SettleDeadMessages settle, CancellationToken cancellationToken) =>
            SettleAsync(context, list, settle.ResendAsync, cancellationToken));
        group.MapPost("/discard", (HttpContext context, DeadMessageList list, SettleDeadMessages settle, CancellationToken cancellationToken) =>
            SettleAsync(context, list, settle.DiscardAsync, cancellationToken));
    }

    private static async Task<IResult> ListAsync(
        DeadMessageList list, string? queue, string? reason, string? cursor, string? limit, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!int.TryParse(limit ?? "50", NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > MaxLimit)
        {
            errors["limit"] = [$"The limit is a number from 1 to {MaxLimit}."];
        }

        DeadMessageCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !DeadMessageCursor.TryParse(cursor, out after))
        {
            errors["cursor"] = ["The cursor is the 'next' of an earlier answer."];
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var query = DeadMessageQuery.Of(queue, reason);
        var (items, next) = await list.FindAsync(query, after, most, cancellationToken);
        return TypedResults.Ok(new ListAnswer(await list.CountAsync(query, cancellationToken), items.Select(ItemAnswer.Of), next?.ToString()));
    }

    private static async Task<IResult> SettleAsync(
        HttpContext context,
        DeadMessageList list,
        Func<DeadMessageChoice, string, CancellationToken, Task<Settled>> settle,
        CancellationToken cancellationToken)
    {
        ChoiceBody? body;
        try
        {
            body = await context.Request.ReadFromJsonAsync<ChoiceBody>(cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Problems.NotJson("The body is JSON: {\"ids\": […]}, or {\"all\": {\"queue\", \"reason\"}, \"count\": …}.");
        }

        if (body?.Ids is { Count: >= 1 and <= MaxIds } ids && body.All is null)
        {
            return await DoneAsync(new DeadMessageChoice(new DeadMessageQuery(), ids));
        }

        if (body is not { All: { } all, Count: { } count, Ids: null })
        {
            return Problems.Invalid(new() { ["ids"] = [$"Send 1 to {MaxIds} ids; or 'all' with a queue, a reason, both or neither, and the 'count' that you expect."] });
        }

        var query = DeadMessageQuery.Of(all.Queue, all.Reason);
        var found = await list.CountAsync(query, cancellationToken);
        return found == count
            ? await DoneAsync(new DeadMessageChoice(query))
            : Results.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: "There are not as many any more.",
                detail: $"{found} dead messages match, not {count}. Nothing was done.",
                extensions: new Dictionary<string, object?> { ["count"] = found });

        async Task<IResult> DoneAsync(DeadMessageChoice choice)
        {
            var settled = await settle(choice, context.User.Identity!.Name!, cancellationToken);
            return settled.IsBrokerDown
                ? Results.Problem(
                    statusCode: StatusCodes.Status503ServiceUnavailable,
                    title: "The broker does not answer.",
                    detail: $"{settled.Done} were sent again; the others still wait.",
                    extensions: new Dictionary<string, object?> { ["done"] = settled.Done })
                : TypedResults.Ok(new { done = settled.Done, failed = settled.Failed });
        }
    }

    private sealed record ChoiceBody(IReadOnlyList<Guid>? Ids, FilterBody? All, long? Count);

    private sealed record FilterBody(string? Queue, string? Reason);

    private sealed record ListAnswer(
        long Count, IEnumerable<ItemAnswer> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next);

    private sealed record ItemAnswer(
        string Id, string Queue, string Type, string? CommentId, string Reason, string Message, DateTime DiedAt, DateTime FirstDiedAt, long Deaths)
    {
        public static ItemAnswer Of(DeadMessageRow row) =>
            new(row.Id, row.Queue, row.MessageType, row.CommentId, row.Reason, row.Message, row.Died.UtcDateTime, row.FirstDied.UtcDateTime, row.Deaths);
    }
}
