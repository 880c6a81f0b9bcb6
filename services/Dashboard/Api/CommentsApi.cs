using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Api;

/// <summary><c>GET /dashboard/api/comments</c>: the cases, page by page.</summary>
internal static class CommentsApi
{
    private const int MaxLimit = 200;
    private const int MaxSearchLength = 200;

    public static void MapComments(this IEndpointRouteBuilder api) => api.MapGet("/comments", async (
        ClaimsPrincipal user, CaseReader cases, CancellationToken cancellationToken, string? state, string? site, string? q, string? author, string? cursor, string? limit) =>
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (state is not null && !CaseStates.Knows(state))
        {
            errors["state"] = ["The state is 'held', 'approved' or 'rejected'."];
        }

        if (!int.TryParse(limit ?? "50", NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > MaxLimit)
        {
            errors["limit"] = [$"The limit is a number from 1 to {MaxLimit}."];
        }

        CaseCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !CaseCursor.TryParse(cursor, out after))
        {
            errors["cursor"] = ["The cursor is the 'next' of an earlier answer."];
        }

        foreach (var (name, value) in new[] { ("site", site), ("q", q), ("author", author) })
        {
            if (value is { Length: > MaxSearchLength } || value?.Contains('\0', StringComparison.Ordinal) is true)
            {
                errors[name] = [$"At most {MaxSearchLength} characters, and no NUL among them."];
            }
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var page = await cases.FindAsync(
            new CaseQuery
            {
                State = state ?? CaseStates.Held,
                Site = OrNull(site),
                Scope = SiteScope.Of(user),
                Phrase = OrNull(q),
                Author = OrNull(author),
                After = after,
                Limit = most,
            },
            cancellationToken);
        return TypedResults.Ok(new CommentsAnswer(page.Items.Select(CaseAnswer.Of), page.Next?.ToString()));
    });

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record CommentsAnswer(IEnumerable<CaseAnswer> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next);
}
