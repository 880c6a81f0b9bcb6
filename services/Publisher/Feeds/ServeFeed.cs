using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Feeds;

/// <summary><c>GET /v1/sites/{site}/feed.atom[?page=]</c></summary>
internal static class ServeFeed
{
    public static void MapServeFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/sites/{site}/feed.atom", ServeAsync).RequireCors(SiteCors.OfSite);

    private static async Task<IResult> ServeAsync(
        string site, HttpRequest request, SiteList sites, AnswerCache answers, FeedReader reader, CancellationToken cancellationToken)
    {
        if (!sites.TryGet(site, out var known))
        {
            return Refusals.NoSuchSite();
        }

        var pageId = request.Query["page"];
        if (pageId.Count > 0 && pageId.ToString().Length == 0)
        {
            var errors = new Dictionary<string, string[]> { ["page"] = ["page is the id the comments were posted with; leave it out for the whole site."] };
            return Refusals.Wrong(errors, "There is no such feed.");
        }

        // A page's id may be an email; then the feed does not say where it is.
        var query = pageId.Count == 0 ? "" : $"?page={Uri.EscapeDataString(pageId.ToString())}";
        var self = PublicUrl.Of($"{request.Self()}{request.PathBase}{request.Path}{query}");
        var page = pageId.Count == 0 ? PageRef.OfSite(site) : PageRef.Of(site, pageId.ToString());
        return await answers.GetAsync(page, new FeedAt(self), () => MakeAsync(reader, page, known, self), cancellationToken);
    }

    private static async Task<ReadyAnswer> MakeAsync(FeedReader reader, PageRef page, Site site, string? self)
    {
        var feed = await reader.ReadAsync(page, site, CancellationToken.None);
        return new ReadyAnswer(AtomWriter.ContentType, AtomWriter.Write(feed, self), feed.Version);
    }

    /// <summary>Asks for the feed as it is served at this address.</summary>
    private sealed record FeedAt(string? Self);
}
