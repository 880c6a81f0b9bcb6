using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Contracts;
using Moderation.Hosting.Retention;
using Moderation.Submission.Import;
using Moderation.Submission.Relay;

namespace Moderation.Submission.Intake;

/// <summary>The comments on disk. Times are Unix milliseconds in the tables.</summary>
internal sealed class CommentStore(
    [FromKeyedServices(SubmissionModule.Name)] DbDataSource database,
    TimeProvider time,
    IOptions<SubmissionOptions> options,
    IOptions<RetentionOptions> retention)
{
    /// <summary>Saves a comment, unless the site has used its idempotency key before; then tells of the earlier one.</summary>
    public async Task<SavedComment> Save(
        CommentSubmitted comment, string? authorKey, string? idempotencyKey, string requestHash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var saved = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO comments (id, site_id, page_id, author_key, status, sequence, submitted_at, message, attempts, next_attempt_at, idempotency_key, request_hash)
            VALUES (@id, @SiteId, @pageId, @authorKey, @status, 0, @submittedAt, @message, 0, @nextAttemptAt, @idempotencyKey, @requestHash)
            ON CONFLICT (site_id, idempotency_key) DO NOTHING
            """,
            new
            {
                id = comment.CommentId.ToString(),
                comment.SiteId,
                pageId = comment.Page.Id,
                authorKey,
                status = CommentStatus.Pending,
                submittedAt = comment.SubmittedAt.ToUnixTimeMilliseconds(),
                message = JsonSerializer.Serialize(comment),
                nextAttemptAt = (comment.SubmittedAt + options.Value.RelayAfter).ToUnixTimeMilliseconds(),
                idempotencyKey,
                requestHash = idempotencyKey is null ? null : requestHash,
            },
            cancellationToken: cancellationToken));
        if (saved == 1)
        {
            return new SavedComment(comment.CommentId, IsNew: true, IsSameRequest: true);
        }

        var (id, hash) = await connection.QuerySingleAsync<(string Id, string? Hash)>(new CommandDefinition(
            "SELECT id, request_hash FROM comments WHERE site_id = @SiteId AND idempotency_key = @idempotencyKey",
            new { comment.SiteId, idempotencyKey },
            cancellationToken: cancellationToken));
        // What an erased comment was sent as is erased too.
        return new SavedComment(Guid.Parse(id), IsNew: false, IsSameRequest: hash is null || hash == requestHash);
    }

    /// <summary>Whether a comment of this id was posted on the same page.</summary>
    public async Task<bool> Exists(Guid id, string siteId, string pageId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM comments WHERE id = @id AND site_id = @siteId AND page_id = @pageId",
            new { id = id.ToString(), siteId, pageId },
            cancellationToken: cancellationToken)) > 0;
    }

    public async Task<StatusOfComment?> Find(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StatusOfComment>(new CommandDefinition(
            """SELECT status AS "Status", submitted_at AS "SubmittedAt", decided_at AS "DecidedAt" FROM comments WHERE id = @id""",
            new { id = id.ToString() },
            cancellationToken: cancellationToken));
    }

    /// <summary>
    /// Takes a decision in. The newest stands: a higher sequence, or the earlier one of two with the same sequence.
    /// Any decision ends the relay, an old one too.
    /// </summary>
    public async Task Decide(Guid id, string status, long sequence, DateTimeOffset decidedAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE comments SET
                next_attempt_at = NULL,
                status = CASE
                    WHEN NOT (sequence < @sequence OR (sequence = @sequence AND decided_at > @decidedAt)) THEN status
                    WHEN @status = 'rejected' AND status IN ('approved', 'withdrawn') THEN 'withdrawn'
                    ELSE @status END,
                decided_at = CASE WHEN sequence < @sequence OR (sequence = @sequence AND decided_at > @decidedAt) THEN @decidedAt ELSE decided_at END,
                settled_at = CASE WHEN sequence < @sequence OR (sequence = @sequence AND decided_at > @decidedAt) THEN @now ELSE settled_at END,
                sequence = CASE WHEN sequence < @sequence THEN @sequence ELSE sequence END
            WHERE id = @id AND erasure_id IS NULL
            """,
            new { id = id.ToString(), status, sequence, decidedAt = decidedAt.ToUnixTimeMilliseconds(), now = Now },
            cancellationToken: cancellationToken));
    }

    /// <summary>Claims comments that have waited too long; each is claimed by one instance, and again after twice the time.</summary>
    public async Task<IReadOnlyList<Outgoing>> ClaimDue(int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The outer condition is checked again on a row that another instance has just claimed.
        var rows = await connection.QueryAsync<(string Message, string? ImportedAs)>(new CommandDefinition(
            """
            UPDATE comments SET
                attempts = attempts + 1,
                next_attempt_at = @now + @delay * (CAST(1 AS bigint) << CAST(CASE WHEN attempts < 5 THEN attempts ELSE 5 END AS integer))
            WHERE next_attempt_at <= @now
                AND id IN (SELECT id FROM comments WHERE next_attempt_at <= @now ORDER BY next_attempt_at LIMIT @limit)
            RETURNING message, imported_as
            """,
            new { now = Now, delay = (long)options.Value.RelayAfter.TotalMilliseconds, limit },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => (Comment: JsonSerializer.Deserialize<CommentSubmitted>(row.Message)!, row.ImportedAs))
            .Select(row => row.ImportedAs is null ? Outgoing.Of(row.Comment) : Outgoing.Of(new ImportedComment(row.Comment, row.ImportedAs)))];
    }

    /// <summary>
    /// Makes undecided comments due at once, and those whose decision came in within <paramref name="window"/> before the last one did,
    /// however long ago that is: what was in flight then went with the process.
    /// </summary>
    public async Task<int> Replay(TimeSpan window, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE comments SET next_attempt_at = @now
            WHERE message IS NOT NULL
                AND (settled_at IS NULL OR settled_at >= (SELECT MAX(settled_at) FROM comments WHERE message IS NOT NULL) - @window)
            """,
            new { now = Now, window = (long)window.TotalMilliseconds },
            cancellationToken: cancellationToken));
    }

    /// <summary>Forgets the text, email and address of what was decided long enough ago, or submitted longer ago than they are retained.</summary>
    public async Task Forget(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE comments SET message = NULL WHERE message IS NOT NULL AND next_attempt_at IS NULL AND settled_at < @before;

            UPDATE comments SET message = NULL
            WHERE message IS NOT NULL AND next_attempt_at IS NULL AND settled_at >= @before AND imported_as IS NULL AND submitted_at < @retained;
            """,
            new { before = Now - (long)options.Value.ForgetAfter.TotalMilliseconds, retained = retention.Value.Before(time.GetUtcNow()) },
            cancellationToken: cancellationToken));
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
