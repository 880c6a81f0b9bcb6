using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Comments;

/// <summary><c>GET /v1/sites/{site}/comments</c>: all alike, by threads, or one thread.</summary>
internal static class ListComments
{
    public static void MapListComments(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/sites/{site}/comments", ListAsync).RequireCors(SiteCors.OfSite);

    private static async Task<IResult> ListAsync(
        string site, HttpRequest request, SiteList sites, AnswerCache answers, CommentReader reader, CancellationToken cancellationToken)
    {
        if (!sites.TryGet(site, out _))
        {
            return Refusals.NoSuchSite();
        }

        if (!ListQuery.TryParse(request.Query, out var pageId, out var query, out var errors))
        {
            return Refusals.Wrong(errors, "The comments cannot be listed like this.");
        }

        var page = PageRef.Of(site, pageId);
        return await answers.GetAsync(page, query, () => MakeAsync(reader, page, query), cancellationToken);
    }

    private static async Task<ReadyAnswer> MakeAsync(CommentReader reader, PageRef page, ListQuery query)
    {
        var comments = await reader.ReadAsync(page, query, CancellationToken.None);
        return PublicJson.Answer(comments, comments.Version);
    }
}
