using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Api;

/// <summary><c>POST /dashboard/api/decisions</c>: a program, or a page with the cookie, decides up to 500 cases.</summary>
internal static class DecisionsApi
{
    private const int MaxDecisions = 500;
    private const int MaxNoteLength = 1_000;
    private const int MaxBytes = 4 * 1024 * 1024;

    public static void MapDecisions(this IEndpointRouteBuilder api) =>
        api.MapPost("/decisions", DecideAsync)
            .RequireAuthorization(Schemes.Deciders)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .AddEndpointFilter(RefuseForgedAsync);

    private static async Task<IResult> DecideAsync(HttpContext context, CaseReader cases, Decider decider, CancellationToken cancellationToken)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.Problem(
                statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The body cannot be read.", detail: "Send JSON, with 'Content-Type: application/json'.");
        }

        DecisionsBody? body;
        try
        {
            body = await context.Request.ReadFromJsonAsync<DecisionsBody>(cancellationToken);
        }
        catch (JsonException exception)
        {
            return Problems.NotJson(exception.Path is { Length: > 1 } path ? $"What is at {path} is not what is expected there." : "The body is not JSON.");
        }

        if (body?.Decisions is not { Count: >= 1 and <= MaxDecisions } wanted)
        {
            return Problems.Invalid(new() { ["decisions"] = [$"Send 1 to {MaxDecisions} decisions."] });
        }

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var decisions = wanted.Select((decision, index) => Read(decision, $"decisions[{index}]", errors)).OfType<ModeratorDecision>().ToList();
        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var scope = SiteScope.Of(context.User);
        var own = await cases.InScopeAsync([.. decisions.Select(decision => decision.CommentId)], scope, cancellationToken);
        var results = new List<DecisionResult>(decisions.Count);
        foreach (var decision in decisions)
        {
            results.Add(own.Contains(decision.CommentId)
                ? await decider.DecideAsync(decision, context.User.Identity!.Name!, cancellationToken)
                : DecisionResult.OfUnknown(decision.CommentId));
        }

        return TypedResults.Ok(new DecisionsAnswer(results));
    }

    private static ModeratorDecision? Read(DecisionBody? body, string at, Dictionary<string, string[]> errors)
    {
        if (!Guid.TryParse(body?.Id, out var id))
        {
            errors[$"{at}.id"] = ["The id is that of a comment, a UUID."];
        }

        if (body?.Decision is not { } decision || !ModeratorDecision.Knows(decision))
        {
            errors[$"{at}.decision"] = ["The decision is 'approve', 'reject' or 'spam'."];
            return null;
        }

        if (body.Sequence < 1)
        {
            errors[$"{at}.sequence"] = ["The sequence is the case's own, 1 or more."];
        }

        if (body.Note is { Length: > MaxNoteLength } || body.Note?.Contains('\0', StringComparison.Ordinal) is true)
        {
            errors[$"{at}.note"] = [$"The note has at most {MaxNoteLength} characters, and no NUL among them."];
        }

        return new ModeratorDecision { CommentId = id, Decision = decision, Sequence = body.Sequence, Note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note };
    }

    // A browser sends the cookie by itself; it sends this header only for a page that may ask for it.
    internal static async ValueTask<object?> RefuseForgedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var byToken = context.HttpContext.User.Identities.Any(identity => identity.AuthenticationType == Schemes.Token);
        return byToken || context.HttpContext.Request.Headers.ContainsKey("X-Requested-With")
            ? await next(context)
            : Results.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "The request may not come from our own page.",
                detail: "Whoever is signed in with the cookie also sends the header 'X-Requested-With', with any value.");
    }

    private sealed record DecisionsBody(IReadOnlyList<DecisionBody?>? Decisions);

    private sealed record DecisionBody(string? Id, string? Decision, long? Sequence, string? Note);

    private sealed record DecisionsAnswer(IReadOnlyList<DecisionResult> Results);
}
