using System.Data.Common;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Contracts;
using Moderation.Dashboard.Api;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Models;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Dashboard.Learning;

/// <summary><c>/dashboard/api/learning</c>: what a site's model has learned, for whoever may see the site; and changes of it, for admins.</summary>
internal static class LearningApi
{
    private const int MaxNameLength = 200;

    public static void MapLearning(this IEndpointRouteBuilder api)
    {
        api.MapGet("/learning", ReadAsync);
        api.MapPost("/learning", ChangeAsync).RequireAuthorization(Schemes.Admins);
    }

    private static async Task<IResult> ReadAsync(ClaimsPrincipal user, string? site, SiteList sites, LearningReader learning, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(site))
        {
            return Problems.Invalid(new() { ["site"] = ["Say which site, as in '?site=demo'."] });
        }

        return !IsSeen(user, site, sites)
            ? NoSite()
            : await AnswerAsync(async () => TypedResults.Ok(LearningAnswer.Of(site, await learning.ReadAsync(site, cancellationToken))));
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, SiteList sites, AskLearner learner, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<ChangeBody>(context.Request, cancellationToken);
        if (body is null)
        {
            return problem ?? Problems.NotJson("The body is empty.");
        }

        var errors = Wrong(body, out var wanted);
        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        if (!IsSeen(context.User, body.Site!, sites))
        {
            return NoSite();
        }

        return await AnswerAsync(async () => await learner.ForAsync(body.Site!, wanted!, context.User.Identity!.Name!, cancellationToken) switch
        {
            { Request: { } asked } => Results.Json(new { id = asked.Message.RequestId, status = "pending" }, statusCode: StatusCodes.Status202Accepted),
            { Refusal: { } refusal } => Refused(refusal),
            _ => throw new InvalidOperationException("Neither asked nor refused."),
        });
    }

    private static Dictionary<string, string[]> Wrong(ChangeBody body, out WantedChange? wanted)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        wanted = null;
        if (string.IsNullOrEmpty(body.Site))
        {
            errors["site"] = ["Say which site."];
        }

        if (ChangeWords.Parse(body.Change) is not { } change)
        {
            errors["change"] = ["The change is 'go-back', 'leave-out' or 'take-in'."];
            return errors;
        }

        var isGoingBack = change == LearningChange.GoBack;
        if (isGoingBack ? body.Version is not > 0 : body.Version is not null)
        {
            errors["version"] = [isGoingBack ? "Say which version to go back to, by its number." : "A version goes with 'go-back' alone."];
        }

        if (isGoingBack ? body.Moderator is not null : body.Moderator is not { Length: > 0 and <= MaxNameLength })
        {
            errors["moderator"] = [isGoingBack ? "A moderator goes with 'leave-out' and 'take-in' alone." : "Say which moderator, by the user name."];
        }

        wanted = new WantedChange(change, body.Version, body.Moderator);
        return errors;
    }

    private static IResult Refused(AskRefusal refusal) => refusal switch
    {
        AskRefusal.NothingLearned => Problems.Invalid(new() { ["site"] = ["Nothing is learned on this site yet."] }),
        AskRefusal.InForceAlready => Problems.Invalid(new() { ["version"] = ["That version is in force."] }),
        AskRefusal.NotKept => Problems.Invalid(new() { ["version"] = ["That version is not kept."] }),
        AskRefusal.TaughtNothing => Problems.Invalid(new() { ["moderator"] = ["Nothing was learned of a moderator of that name on this site."] }),
        AskRefusal.LeftOutAlready => Problems.Invalid(new() { ["moderator"] = ["That moderator is left out already."] }),
        _ => Problems.Invalid(new() { ["moderator"] = ["That moderator is not left out."] }),
    };

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            return Down("Redis does not answer.", "What is learned cannot be looked at now, and nothing was asked for. Workers go on with the models they have.");
        }
        catch (DbException)
        {
            return Down("The database does not answer.", "Nothing was asked for. Try again in a moment.");
        }
    }

    private static IResult Down(string title, string detail) => Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: title, detail: detail);

    private static bool IsSeen(ClaimsPrincipal user, string site, SiteList sites) => sites.TryGet(site, out _) && SiteScope.Of(user).Covers(site);

    private static IResult NoSite() => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "There is no such site.", detail: "Send the id of a site that is in the file of sites and that you may see.");

    private sealed record ChangeBody(string? Site, string? Change, long? Version, string? Moderator);

    private sealed record LearningAnswer(string Site, bool IsSilent, LearningReport? Report, IEnumerable<WaitingAnswer> Waiting)
    {
        public static LearningAnswer Of(string site, SiteLearning learning) =>
            new(site, learning.IsSilent, learning.Report, learning.Waiting.Select(WaitingAnswer.Of));
    }

    private sealed record WaitingAnswer(
        Guid Id,
        string Change,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Version,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Moderator,
        string RequestedBy,
        DateTime RequestedAt)
    {
        public static WaitingAnswer Of(LearningRequest request) => new(
            request.Message.RequestId,
            ChangeWords.Of(request.Message.Change),
            request.Message.Version,
            request.Message.Moderator,
            request.Message.RequestedBy,
            request.Message.RequestedAt.UtcDateTime);
    }
}
