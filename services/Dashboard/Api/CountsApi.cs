using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Counts;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Api;

/// <summary><c>GET /dashboard/api/counts</c>: how much there is to do, some seconds old at most.</summary>
internal static class CountsApi
{
    public static void MapCounts(this IEndpointRouteBuilder api) =>
        api.MapGet("/counts", async (ClaimsPrincipal user, CaseCounts counts, CancellationToken cancellationToken) =>
            TypedResults.Ok(CountsAnswer.Of(await counts.ReadAsync(SiteScope.Of(user), cancellationToken))));

    private sealed record CountsAnswer(
        IReadOnlyDictionary<string, BoundedCount> States,
        DateTime? OldestWaiting,
        IReadOnlyList<ValueCount> Sites,
        IReadOnlyList<ValueCount> Rules,
        IReadOnlyList<ValueCount> Labels,
        IReadOnlyList<ValueCount> Languages,
        IReadOnlyList<PageCount> Pages)
    {
        public static CountsAnswer Of(DeskCounts counts) => new(
            counts.States, counts.OldestWaiting?.UtcDateTime, counts.Sites, counts.Rules, counts.Labels, counts.Languages, counts.Pages);
    }
}
