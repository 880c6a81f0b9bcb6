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
    public static void MapComments(this IEndpointRouteBuilder api) =>
        api.MapGet("/comments", async (HttpRequest request, ClaimsPrincipal user, CaseReader cases, CancellationToken cancellationToken) =>
        {
            var asked = new AskedCases(request.Query);
            if (asked.Query is not { } query)
            {
                return Problems.Invalid(asked.Errors);
            }

            var page = await cases.FindAsync(query with { Scope = SiteScope.Of(user) }, cancellationToken);
            return TypedResults.Ok(new CommentsAnswer(page.Items.Select(CaseAnswer.Of), page.Next?.ToString()));
        });

    private sealed record CommentsAnswer(IEnumerable<CaseAnswer> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next);
}
