using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Avatars;

namespace Moderation.Publisher.Comments;

/// <summary><c>GET /v1/sites/{site}/comments?page=&amp;order=newest|oldest&amp;limit=&amp;cursor=</c></summary>
internal static class ListComments
{
    private const string NewestFirst = $"{Listed} AND (published_at, id) < (@PublishedAt, @Id) ORDER BY published_at DESC, id DESC LIMIT @Limit";
    private const string OldestFirst = $"{Listed} AND (published_at, id) > (@PublishedAt, @Id) ORDER BY published_at, id LIMIT @Limit";

    // A withdrawn comment is listed, without its text, as long as published replies hang on it.
    private const string Listed = """
        SELECT id, parent_id AS ParentId, state, name, url, body, avatar, published_at AS PublishedAt
        FROM comments AS listed
        WHERE site_id = @site AND page_key = @PageKey
            AND (state = 'published' OR EXISTS (
                SELECT 1 FROM comments AS reply
                WHERE reply.parent_id = listed.id AND reply.state = 'published'
                    AND reply.site_id = listed.site_id AND reply.page_key = listed.page_key))
        """;

    public static void MapListComments(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/sites/{site}/comments", ListAsync).RequireCors(SiteCors.OfSite);

    private static async Task<IResult> ListAsync(
        string site,
        string? page,
        string? order,
        string? limit,
        string? cursor,
        SiteList sites,
        [FromKeyedServices(PublisherModule.Name)] DbDataSource database,
        CancellationToken cancellationToken)
    {
        if (!sites.TryGet(site, out _))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such site.");
        }

        if (!ListQuery.TryParse(page, order, limit, cursor, out var query, out var errors))
        {
            return Results.ValidationProblem(errors, statusCode: StatusCodes.Status422UnprocessableEntity, title: "The comments cannot be listed like this.");
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            query.NewestFirst ? NewestFirst : OldestFirst,
            // One more than asked for tells whether anything follows.
            new { site, PageKey = PageKey.Of(query.Page), query.After.PublishedAt, Id = query.After.Id.ToString(), Limit = query.Limit + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(PageOf(rows.AsList(), query.Limit));
    }

    private static CommentPage PageOf(List<Row> rows, int limit) => new()
    {
        Items = rows.Take(limit).Select(ItemOf).ToList(),
        Next = rows.Count > limit ? new Cursor(rows[limit - 1].PublishedAt, Guid.Parse(rows[limit - 1].Id)).ToString() : null,
    };

    private static CommentItem ItemOf(Row row)
    {
        var removed = row.State != CommentState.Published;
        return new CommentItem
        {
            Id = Guid.Parse(row.Id),
            ParentId = row.ParentId is null ? null : Guid.Parse(row.ParentId),
            Removed = removed,
            Author = removed ? null : new CommentAuthor { Name = row.Name, Url = row.Url, Avatar = AvatarKey.Address(row.Avatar) },
            Text = row.Body,
            Html = SafeHtml.Of(row.Body),
            PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.PublishedAt).UtcDateTime,
        };
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string? ParentId { get; init; }

        public required string State { get; init; }

        public required string Name { get; init; }

        public required string? Url { get; init; }

        public required string Body { get; init; }

        public required string Avatar { get; init; }

        public required long PublishedAt { get; init; }
    }
}
