using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Comments;

/// <summary>Reads what is shown of a page's comments, and the page's version in the same moment.</summary>
internal sealed class CommentReader([FromKeyedServices(PublisherModule.Name)] DbDataSource database)
{
    private const string OfPage = "SELECT version, comments FROM pages WHERE site_id = @SiteId AND page_key = @PageKey;";

    private const string OnPage = $"c.site_id = @SiteId AND c.page_key = @PageKey AND {CommentRow.IsShown}";

    private const string NewestFirst = "AND (c.published_at, c.id) < (@PublishedAt, @After) ORDER BY c.published_at DESC, c.id DESC";

    private const string OldestFirst = "AND (c.published_at, c.id) > (@PublishedAt, @After) ORDER BY c.published_at, c.id";

    // What is above a comment was public once, so replies to what never was are on the first level too.
    private const string FirstLevel = $"""
        SELECT {CommentRow.Columns}, (
            SELECT COUNT(*) FROM comments AS reply
            WHERE reply.thread_id = c.id AND reply.id <> c.id AND reply.state = 'published') AS ReplyCount
        FROM comments AS c WHERE c.thread_id = c.id AND {OnPage}
        """;

    /// <summary>The page's version; 0 for one that nobody has commented on. A whole site has none, so that what is known of it is always older.</summary>
    public async Task<long> VersionAsync(PageRef page, CancellationToken cancellationToken)
    {
        if (page.IsSite)
        {
            return long.MaxValue;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(OfPage, page, cancellationToken: cancellationToken)) ?? 0;
    }

    public async Task<CommentPage> ReadAsync(PageRef page, ListQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginSnapshotAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"{OfPage} {Sql(query)} LIMIT @Limit",
            new
            {
                page.SiteId,
                page.PageKey,
                query.After.PublishedAt,
                After = query.After.Id.ToString(),
                Thread = query.Thread?.ToString(),
                // One more than asked for tells whether anything follows.
                Limit = query.Limit + 1,
            },
            snapshot,
            cancellationToken: cancellationToken));
        var known = await results.ReadSingleOrDefaultAsync<PageRow>();
        var rows = (await results.ReadAsync<CommentRow>()).AsList();
        var listed = rows.Take(query.Limit).ToList();
        return new CommentPage
        {
            Count = known?.Comments ?? 0,
            Version = known?.Version ?? 0,
            Items = query.Replies is { } replies
                ? await WithRepliesAsync(snapshot, page, listed, replies, cancellationToken)
                : listed.Select(CommentItem.Of).ToList(),
            Next = rows.Count > query.Limit ? listed[^1].Cursor : null,
        };
    }

    private static string Sql(ListQuery query) => query switch
    {
        { Thread: not null } => $"SELECT {CommentRow.Columns} FROM comments AS c WHERE c.thread_id = @Thread AND c.id <> @Thread AND {OnPage} {OldestFirst}",
        { Replies: not null } => $"{FirstLevel} {(query.NewestFirst ? NewestFirst : OldestFirst)}",
        _ => $"SELECT {CommentRow.Columns} FROM comments AS c WHERE {OnPage} {(query.NewestFirst ? NewestFirst : OldestFirst)}",
    };

    private static async Task<IReadOnlyList<CommentItem>> WithRepliesAsync(
        DbTransaction snapshot, PageRef page, List<CommentRow> listed, int replies, CancellationToken cancellationToken)
    {
        var hasReplies = listed.Where(row => row.ReplyCount > 0).Select(row => row.Id).ToList();
        var rows = replies == 0 || hasReplies.Count == 0 ? [] : await FirstRepliesAsync(snapshot, page, hasReplies, replies + 1, cancellationToken);
        var below = rows.ToLookup(row => row.ThreadId, StringComparer.Ordinal);
        return listed.Select(row => WithReplies(row, below[row.Id].ToList(), replies)).ToList();
    }

    private static Task<IEnumerable<CommentRow>> FirstRepliesAsync(
        DbTransaction snapshot, PageRef page, List<string> threads, int most, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { page.SiteId, page.PageKey, Most = most });
        var sql = $"""
            SELECT * FROM (
                SELECT {CommentRow.Columns}, ROW_NUMBER() OVER (PARTITION BY c.thread_id ORDER BY c.published_at, c.id) AS place
                FROM comments AS c WHERE c.thread_id IN {SqlList.Of(threads, parameters)} AND c.id <> c.thread_id AND {OnPage}) AS replies
            WHERE place <= @Most ORDER BY PublishedAt, id
            """;
        return snapshot.Connection!.QueryAsync<CommentRow>(new CommandDefinition(sql, parameters, snapshot, cancellationToken: cancellationToken));
    }

    private static CommentItem WithReplies(CommentRow row, List<CommentRow> below, int replies) => CommentItem.Of(row) with
    {
        ReplyCount = row.ReplyCount,
        Replies = replies == 0 ? null : below.Take(replies).Select(CommentItem.Of).ToList(),
        RepliesNext = replies > 0 && below.Count > replies ? below[replies - 1].Cursor : null,
    };

    private sealed record PageRow
    {
        public required long Version { get; init; }

        public required long Comments { get; init; }
    }
}
