using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;

namespace Moderation.Dashboard.Authors;

/// <summary>Takes an author out of the cases; the history of decisions stays.</summary>
internal sealed class CaseEraser([FromKeyedServices(DashboardModule.Name)] DbDataSource database, OutboxSignal outbox, TimeProvider time)
{
    /// <summary>Who decided to have a comment erased.</summary>
    public const string Author = "author";

    private const int BatchSize = 50;

    // A moderator's decision that waits for the bus is not sent any more. The author's is: it withdraws also what was published before authors had keys.
    private const string Erase = $"""
        UPDATE cases SET
            author_name = '', author_email = NULL, author_key = NULL, search_text = '', comment = @comment, verdict = @verdict,
            erased_at = @now, contacts_forgotten_at = COALESCE(contacts_forgotten_at, @now),
            state = 'rejected', sequence = sequence + 1, decided_by = @author, decided_at = @now, changed_at = @now
        WHERE id = @id AND erased_at IS NULL;

        DELETE FROM case_texts WHERE comment_id = @id;

        UPDATE decisions
        SET note = NULL, withdrawn_at = CASE WHEN published_at IS NULL THEN @now ELSE withdrawn_at END, published_at = COALESCE(published_at, @now)
        WHERE comment_id = @id;

        INSERT INTO decisions (comment_id, sequence, decision, state, decided_by, decided_at, next_attempt_at)
        SELECT id, sequence, 'erase', state, decided_by, decided_at, @now FROM cases WHERE id = @id
        ON CONFLICT (comment_id, sequence) DO NOTHING
        RETURNING sequence;

        {CaseMarks.FollowState};
        """;

    /// <summary>Empties all cases of what the author submitted until then, and lets none be filed again.</summary>
    /// <returns>How many cases it emptied.</returns>
    public async Task<int> EraseAsync(string siteId, string authorKey, long erasedAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Committed first: whoever files a case after this sees it, and what was filed before is found below.
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO erased_authors (site_id, author_key, erased_at) VALUES (@siteId, @authorKey, @erasedAt)
            ON CONFLICT (site_id, author_key) DO UPDATE SET erased_at = excluded.erased_at WHERE excluded.erased_at > erased_authors.erased_at
            """,
            new { siteId, authorKey, erasedAt },
            cancellationToken: cancellationToken));
        await ForgetWhatModeratorsWroteAsync(connection, siteId, authorKey, erasedAt, cancellationToken);
        var count = 0;
        while (await EraseSomeAsync(connection, siteId, authorKey, erasedAt, cancellationToken) is > 0 and var some)
        {
            count += some;
        }

        outbox.Set();
        return count;
    }

    private static async Task ForgetWhatModeratorsWroteAsync(
        DbConnection connection, string siteId, string authorKey, long erasedAt, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var lifted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM author_standings WHERE site_id = @siteId AND subject = @subject AND set_at <= @erasedAt",
            new { siteId, subject = AuthorStanding.OfAuthor(authorKey), erasedAt },
            transaction,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM author_notes WHERE site_id = @siteId AND author_key = @authorKey AND written_at <= @erasedAt",
            new { siteId, authorKey, erasedAt },
            transaction,
            cancellationToken: cancellationToken));
        if (lifted > 0)
        {
            await StandingsSharer.NewVersionAsync(connection, transaction, siteId, DateTimeOffset.FromUnixTimeMilliseconds(erasedAt), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> EraseSomeAsync(DbConnection connection, string siteId, string authorKey, long erasedAt, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT id, comment, verdict FROM cases WHERE site_id = @siteId AND author_key = @authorKey AND submitted_at <= @erasedAt ORDER BY id LIMIT @limit",
            new { siteId, authorKey, erasedAt, limit = BatchSize },
            cancellationToken: cancellationToken))).ToList();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var row in rows)
        {
            var sequence = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(Erase, Parameters(row), transaction, cancellationToken: cancellationToken));
            if (sequence is { } erased)
            {
                await AuditLog.AppendDecisionAsync(connection, transaction, Guid.Parse(row.Id), erased, null, time.GetUtcNow(), cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private object Parameters(Row row) => new
    {
        id = row.Id,
        comment = StoredJson.Of(Emptied.Comment(StoredJson.Read<CommentSubmitted>(row.Comment))),
        verdict = StoredJson.Of(Emptied.Verdict(StoredJson.Read<Verdict>(row.Verdict))),
        author = Author,
        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private sealed record Row(string Id, string Comment, string Verdict);
}
