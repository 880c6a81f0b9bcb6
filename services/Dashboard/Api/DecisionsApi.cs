using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Api;

/// <summary><c>POST /dashboard/api/decisions</c>: a program, or a page with the cookie, decides up to 500 cases.</summary>
internal static class DecisionsApi
{
    private const int MaxDecisions = 500;
    private const int MaxNoteLength = 1_000;
    private const int MaxUndoSeconds = 60;
    private const int MaxBytes = 4 * 1024 * 1024;

    public static void MapDecisions(this IEndpointRouteBuilder api) =>
        api.MapPost("/decisions", DecideAsync)
            .RequireAuthorization(Schemes.Deciders)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes));

    private static async Task<IResult> DecideAsync(HttpContext context, Decider decider, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<DecisionsBody>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
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
        var results = new List<DecisionResult>(decisions.Count);
        foreach (var decision in decisions)
        {
            results.Add(await decider.DecideAsync(decision, context.User.Identity!.Name!, scope, cancellationToken));
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
            errors[$"{at}.decision"] = ["The decision is 'approve', 'reject', 'spam' or 'hold'."];
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

        if (body.Reason is { } reason && !DecisionReasons.Knows(reason))
        {
            errors[$"{at}.reason"] = [$"The reason is one of {string.Join(", ", DecisionReasons.All.Select(known => $"'{known}'"))}."];
        }

        if (body.UndoSeconds is < 0 or > MaxUndoSeconds)
        {
            errors[$"{at}.undoSeconds"] = [$"A decision can wait for 0 to {MaxUndoSeconds} seconds before it is handed on."];
            return null;
        }

        return new ModeratorDecision
        {
            CommentId = id,
            Decision = decision,
            Sequence = body.Sequence,
            Note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note,
            Reason = body.Reason,
            UndoWindow = TimeSpan.FromSeconds(body.UndoSeconds ?? 0),
        };
    }

    private sealed record DecisionsBody(IReadOnlyList<DecisionBody?>? Decisions);

    private sealed record DecisionBody(string? Id, string? Decision, long? Sequence, string? Note, string? Reason, int? UndoSeconds);

    private sealed record DecisionsAnswer(IReadOnlyList<DecisionResult> Results);
}
