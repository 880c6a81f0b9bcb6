using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Api;

/// <summary><c>POST /dashboard/api/undo</c>: takes up to 500 decisions back, each if it is the one that stands.</summary>
internal static class UndoApi
{
    private const int Max = 500;

    public static void MapUndo(this IEndpointRouteBuilder api) => api.MapPost("/undo", UndoAsync).RequireAuthorization(Schemes.Deciders);

    private static async Task<IResult> UndoAsync(HttpContext context, DecisionUndo undo, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<UndoBody>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (body?.Decisions is not { Count: >= 1 and <= Max } wanted)
        {
            return Problems.Invalid(new() { ["decisions"] = [$"Send 1 to {Max} decisions."] });
        }

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var seen = wanted.Select((decision, index) => Read(decision, $"decisions[{index}]", errors)).ToList();
        if (seen.DistinctBy(decision => decision.Id, StringComparer.Ordinal).Count() < seen.Count)
        {
            errors.TryAdd("decisions", ["Each comment is there once."]);
        }

        return errors.Count > 0
            ? Problems.Invalid(errors)
            : TypedResults.Ok(new UndoAnswer(await undo.UndoAsync(seen, context.User.Identity!.Name!, SiteScope.Of(context.User), cancellationToken)));
    }

    private static SeenCase Read(DecisionBody? body, string at, Dictionary<string, string[]> errors)
    {
        if (!Guid.TryParse(body?.Id, out var id))
        {
            errors[$"{at}.id"] = ["The id is that of a comment, a UUID."];
        }

        if (body?.Sequence is not >= 1)
        {
            errors[$"{at}.sequence"] = ["The sequence is that of the decision to take back, 1 or more."];
        }

        return new SeenCase(errors.Count == 0 ? id.ToString() : at, body?.Sequence);
    }

    private sealed record UndoBody(IReadOnlyList<DecisionBody?>? Decisions);

    private sealed record DecisionBody(string? Id, long? Sequence);

    private sealed record UndoAnswer(IReadOnlyList<DecisionResult> Results);
}
