using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Comments;

/// <summary><c>GET /v1/sites/{site}/counts?page=a&amp;page=b</c></summary>
internal static class CountComments
{
    private const int MostPages = 100;

    private const string Counts = "SELECT page_key AS PageKey, comments FROM pages WHERE site_id = @site AND page_key IN ";

    public static void MapCountComments(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/sites/{site}/counts", CountAsync).RequireCors(SiteCors.OfSite);

    private static async Task<IResult> CountAsync(
        string site,
        [FromQuery] string[] page,
        SiteList sites,
        [FromKeyedServices(PublisherModule.Name)] DbDataSource database,
        CancellationToken cancellationToken)
    {
        if (!sites.TryGet(site, out _))
        {
            return Refusals.NoSuchSite();
        }

        if (page.Length is 0 or > MostPages || page.Any(string.IsNullOrEmpty))
        {
            var errors = new Dictionary<string, string[]> { ["page"] = [$"Say which pages: page is an id, 1 to {MostPages} times."] };
            return Refusals.Wrong(errors, "The comments cannot be counted like this.");
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var keys = page.Select(PageKey.Of).ToList();
        var parameters = new DynamicParameters(new { site });
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition(Counts + SqlList.Of(keys, parameters), parameters, cancellationToken: cancellationToken));
        var counts = rows.ToDictionary(row => row.PageKey, row => row.Comments, StringComparer.Ordinal);
        return PublicJson.Answer(
            new { counts = page.Zip(keys, (id, key) => new { page = id, count = counts.GetValueOrDefault(key) }) }, version: 0);
    }

    private sealed record Row
    {
        public required string PageKey { get; init; }

        public required long Comments { get; init; }
    }
}
