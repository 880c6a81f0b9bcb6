using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Counts;

/// <summary>What pages are called. Kept, as the same pages are asked for again and again.</summary>
internal sealed class PageTitles(DbDataSource database)
{
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<(string Site, string Page), string> _known = [];

    public async Task<string> OfAsync(string site, string page, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((site, page), out var known))
        {
            return known;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var comment = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            "SELECT comment FROM cases WHERE page_id = @page AND site_id = @site AND state = 'held' LIMIT 1",
            new { page, site },
            cancellationToken: cancellationToken));
        var title = comment is null ? page : StoredJson.Read<CommentSubmitted>(comment).Page.Title;
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return _known[(site, page)] = string.IsNullOrWhiteSpace(title) ? page : title;
    }
}
