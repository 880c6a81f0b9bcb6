using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Publisher.Decisions;

/// <summary>Applies decisions, each in one transaction under the lock of its page.</summary>
internal sealed class DecisionStore([FromKeyedServices(PublisherModule.Name)] DbDataSource database, TimeProvider time)
{
    // The page's row comes first: whoever has it is alone with the page, and nobody waits for two.
    private const string Begin = """
        INSERT INTO pages (site_id, page_key, url, title, version, comments, published_at)
        VALUES (@SiteId, @PageKey, @PageUrl, @PageTitle, 1, 0, 0)
        ON CONFLICT (site_id, page_key) DO UPDATE SET
            version = pages.version + 1,
            url = COALESCE(pages.url, excluded.url),
            title = CASE WHEN pages.title = '' THEN excluded.title ELSE pages.title END
        RETURNING version, published_at AS NewestAt;

        SELECT state, sequence, decided_at AS DecidedAt, published_at AS PublishedAt, replies, version FROM comments WHERE id = @Id;

        SELECT COUNT(*) FROM comments WHERE parent_id = @Id;
        """;

    private const string Save = """
        INSERT INTO comments (
            id, site_id, page_key, parent_id, state, name, url, body, avatar, sequence, decided_at, published_at, thread_id, version)
        VALUES (
            @Id, @SiteId, @PageKey, @ParentId, @State, @Name, @Url, @Body, @Avatar, @Sequence, @DecidedAt, @PublishedAt, @Id, @Version)
        ON CONFLICT (id) DO UPDATE SET
            state = excluded.state, name = excluded.name, url = excluded.url, body = excluded.body, avatar = excluded.avatar,
            sequence = excluded.sequence, decided_at = excluded.decided_at, published_at = excluded.published_at, version = excluded.version;

        UPDATE pages SET comments = comments + @Added, published_at = @NewestAt WHERE site_id = @SiteId AND page_key = @PageKey;
        """;

    public async Task<Applied> ApplyAsync(DecisionRow decision, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (page, before, waiting) = await BeginAsync(transaction, decision, cancellationToken);
        if (before?.StandsAgainst(decision) == true)
        {
            // Its first delivery may have died between saving it and telling of it.
            return new Applied(false, before.IsOf(decision) && before.PublishedAt is not null ? before.Version : null);
        }

        var isFirst = decision.IsPublished && before?.PublishedAt is null;
        var publishedAt = isFirst ? Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), page.NewestAt + 1) : before?.PublishedAt;
        var wasPublished = before?.IsPublished == true;
        var saved = new DynamicParameters(decision);
        saved.Add("PublishedAt", publishedAt);
        saved.Add("NewestAt", isFirst ? publishedAt : page.NewestAt);
        saved.Add("Added", (decision.IsPublished ? 1L : 0L) - (wasPublished ? 1L : 0L));
        saved.Add("Version", page.Version);
        await connection.ExecuteAsync(new CommandDefinition(Save, saved, transaction, cancellationToken: cancellationToken));

        var threads = new Threads(transaction, decision, page.Version);
        if (isFirst)
        {
            await threads.JoinAsync(hasReplies: waiting > 0, cancellationToken);
        }

        await threads.ShowAsync(before?.IsShown == true, decision.IsPublished || before?.Replies > 0, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Applied(true, wasPublished || decision.IsPublished ? page.Version : null);
    }

    private static async Task<(PageRow Page, StoredComment? Before, long Waiting)> BeginAsync(
        DbTransaction transaction, DecisionRow decision, CancellationToken cancellationToken)
    {
        await using var results = await transaction.Connection!.QueryMultipleAsync(
            new CommandDefinition(Begin, decision, transaction, cancellationToken: cancellationToken));
        return (
            await results.ReadSingleAsync<PageRow>(),
            await results.ReadSingleOrDefaultAsync<StoredComment>(),
            await results.ReadSingleAsync<long>());
    }

    private sealed record PageRow
    {
        public required long Version { get; init; }

        public required long NewestAt { get; init; }
    }
}
