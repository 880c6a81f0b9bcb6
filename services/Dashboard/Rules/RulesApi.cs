using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Moderation.Contracts;
using Moderation.Dashboard.Api;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Rules;

/// <summary><c>/dashboard/api/rules</c>: what was changed of the rules, its versions, and a preview of other changes. For admins.</summary>
internal static class RulesApi
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private const int MaxNoteLength = 1_000;
    private const int MaxVersions = 100;

    public static void MapRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/rules").RequireAuthorization(Schemes.Admins).WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        rules.MapGet("", async (RulesVersions versions, PutRulesInForce inForce, CancellationToken cancellationToken) =>
            VersionAnswer.Of(await versions.LatestAsync(cancellationToken)) with { FilesOnly = inForce.FilesOnly });
        rules.MapPut("", SaveAsync);
        rules.MapGet("/versions", ListAsync);
        rules.MapPost("/revert", RevertAsync);
        rules.MapPost("/preview", PreviewAsync);
    }

    private static async Task<IResult> ListAsync(RulesVersions versions, string? before, string? limit, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        long? older = null;
        if (before is not null)
        {
            if (long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                older = number;
            }
            else
            {
                errors["before"] = ["'before' is the number of a version."];
            }
        }

        if (!int.TryParse(limit ?? "20", NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > MaxVersions)
        {
            errors["limit"] = [$"The limit is a number from 1 to {MaxVersions}."];
        }

        return errors.Count > 0
            ? Problems.Invalid(errors)
            : TypedResults.Ok(new VersionsAnswer((await versions.ListAsync(older, most, cancellationToken)).Select(VersionAnswer.Of)));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, RulesKeeper keeper, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ReadAsync<SaveBody>(context, cancellationToken);
        if (refusal is not null || body is null)
        {
            return refusal!;
        }

        var errors = Wrong(body.Overlay, body.Note);
        if (body.BasedOn is not >= 0)
        {
            errors["basedOn"] = ["Say which version the changes were made from; 0 when there is none yet."];
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        return await AnswerAsync(() => keeper.SaveAsync(body.Overlay!, body.BasedOn!.Value, context.User.Identity!.Name!, body.Note, cancellationToken));
    }

    private static async Task<IResult> RevertAsync(HttpContext context, RulesVersions versions, RulesKeeper keeper, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ReadAsync<RevertBody>(context, cancellationToken);
        if (refusal is not null || body is null)
        {
            return refusal!;
        }

        var errors = Wrong(RulesOverlay.Empty, body.Note);
        if (body.Version is not >= 0)
        {
            errors["version"] = ["Say which version to bring back; 0 for the rules as the files have them."];
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var basedOn = body.BasedOn ?? await versions.LatestNumberAsync(cancellationToken);
        return await AnswerAsync(() => keeper.RestoreAsync(body.Version!.Value, basedOn, context.User.Identity!.Name!, body.Note, cancellationToken));
    }

    private static async Task<IResult> PreviewAsync(HttpContext context, RulesVersions versions, RulesPreviews previews, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ReadAsync<SaveBody>(context, cancellationToken);
        if (refusal is not null || body is null)
        {
            return refusal!;
        }

        if (Wrong(body.Overlay, null) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        try
        {
            var latest = await versions.LatestAsync(cancellationToken);
            return TypedResults.Ok(await previews.RunAsync(body.Overlay!, latest.Overlay, SiteScope.Of(context.User), cancellationToken));
        }
        catch (NoWorkerException exception)
        {
            return NoWorker(exception);
        }
    }

    private static async Task<IResult> AnswerAsync(Func<Task<SaveResult>> save)
    {
        try
        {
            var result = await save();
            return result.Outcome switch
            {
                SaveOutcome.Saved => TypedResults.Ok(VersionAnswer.Of(result.Version!)),
                SaveOutcome.Conflict => Results.Problem(
                    statusCode: StatusCodes.Status409Conflict,
                    title: "Somebody saved another version.",
                    detail: "The changes were made from a version that is no longer the newest. Get it, and make them there."),
                SaveOutcome.FilesOnly => Results.Problem(
                    statusCode: StatusCodes.Status409Conflict,
                    title: "The rules are what the files say.",
                    detail: "Rules:Source is 'files': the operator changes the rules, in the files of Rules:Directory."),
                SaveOutcome.Unknown => Problems.Invalid(new() { ["version"] = ["There is no such version."] }),
                _ => Problems.Invalid(new() { ["overlay"] = [.. result.Faults.Select(fault => fault.Sentence)] }),
            };
        }
        catch (NoWorkerException exception)
        {
            return NoWorker(exception);
        }
    }

    private static IResult NoWorker(NoWorkerException exception) => Results.Problem(
        statusCode: StatusCodes.Status503ServiceUnavailable, title: "No worker answered.", detail: $"{exception.Message} Nothing was saved.");

    private static Dictionary<string, string[]> Wrong(RulesOverlay? overlay, string? note)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (overlay is null)
        {
            errors["overlay"] = ["Send all changes of the rules, with 'words' and 'rules'."];
        }
        else if (overlay.Words is null || overlay.Rules is null || overlay.Words.Contains(null!) || overlay.Rules.Contains(null!) || overlay.Words.Any(word => word.Labels is null))
        {
            errors["overlay"] = ["'words', 'rules' and 'labels' are lists, and nothing in them is null."];
        }
        else if (overlay.Words.Count + overlay.Rules.Count > RulesKeeper.MostChanges)
        {
            errors["overlay"] = [$"At most {RulesKeeper.MostChanges} changes; what is more belongs into the files."];
        }

        if (note is { Length: > MaxNoteLength })
        {
            errors["note"] = [$"The note has at most {MaxNoteLength} characters."];
        }

        return errors;
    }

    private static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpContext context, CancellationToken cancellationToken)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            return (null, Results.Problem(
                statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The body cannot be read.", detail: "Send JSON, with 'Content-Type: application/json'."));
        }

        try
        {
            return await context.Request.ReadFromJsonAsync<T>(cancellationToken) is { } body ? (body, null) : (null, Problems.NotJson("The body is empty."));
        }
        catch (JsonException exception)
        {
            return (null, Problems.NotJson(exception.Path is { Length: > 1 } path ? $"What is at {path} is not what is expected there." : "The body is not JSON, or a field is missing."));
        }
    }

    private sealed record SaveBody(RulesOverlay? Overlay, long? BasedOn, string? Note);

    private sealed record RevertBody(long? Version, long? BasedOn, string? Note);

    private sealed record VersionsAnswer(IEnumerable<VersionAnswer> Items);

    private sealed record VersionAnswer(long Version, string? SavedBy, DateTime? SavedAt, string? Note, long? Restores, string? Ruleset, RulesOverlay Overlay)
    {
        public bool? FilesOnly { get; init; }

        public static VersionAnswer Of(RulesVersion version) => version.Version == 0
            ? new(0, null, null, null, null, null, version.Overlay)
            : new(version.Version, version.SavedBy, version.SavedAt.UtcDateTime, version.Note, version.Restores, version.Ruleset, version.Overlay);
    }
}
