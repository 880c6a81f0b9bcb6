using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Hosting.Sites;

namespace Moderation.Learner.Log;

/// <summary>Adds to the logs, one entry of a site at a time; what comes twice is added once.</summary>
internal sealed class LogWriter([FromKeyedServices(LearnerModule.Name)] DbDataSource database, SiteList sites, LogSignal signal, TimeProvider time)
{
    // SQLite takes no more than 32,766 parameters.
    private const int IdsAtOnce = 500;

    /// <returns>Whether it was new.</returns>
    public Task<bool> AddAsync(CommentTaught taught, CancellationToken cancellationToken) => ChangeAsync(
        taught.Comment.SiteId,
        (transaction, number) => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO lessons (site_id, number, comment_id, sequence, text, is_abuse, is_spam, moderator, author_key, submitted_at, decided_at)
            SELECT @site, @number, @comment, @sequence, @text, @isAbuse, @isSpam, @moderator, @authorKey, @submittedAt, @decidedAt
            WHERE NOT EXISTS (SELECT 1 FROM erased_authors WHERE site_id = @site AND author_key = @authorKey AND erased_at >= @submittedAt)
            ON CONFLICT (comment_id, sequence) DO NOTHING
            """,
            Parameters(taught, number),
            transaction,
            cancellationToken: cancellationToken)),
        cancellationToken);

    /// <returns>Whether it was new, and there is such a version to go back to.</returns>
    public Task<bool> AddAsync(LearningChangeRequested request, CancellationToken cancellationToken) => ChangeAsync(
        request.SiteId,
        (transaction, number) => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO changes (site_id, number, request_id, change, target, moderator, requested_by, made_at)
            {(request.Change is LearningChange.GoBack
                ? "SELECT @site, @number, @id, @change, number, NULL, @by, @now FROM versions WHERE site_id = @site AND version = @version"
                : "SELECT @site, @number, @id, @change, CAST(NULL AS bigint), @moderator, @by, @now WHERE CAST(@moderator AS text) IS NOT NULL")}
            ON CONFLICT (request_id) WHERE request_id IS NOT NULL DO NOTHING
            """,
            new
            {
                site = request.SiteId,
                number,
                id = request.RequestId.ToString(),
                change = request.Change switch
                {
                    LearningChange.GoBack => Causes.WentBack,
                    LearningChange.LeaveOut => Causes.LeftOut,
                    _ => Causes.TakenIn,
                },
                version = request.Version ?? 0,
                moderator = request.Moderator,
                by = request.RequestedBy,
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            },
            transaction,
            cancellationToken: cancellationToken)),
        cancellationToken);

    /// <summary>Takes out what an author submitted until then, and lets none of it in again.</summary>
    public Task<bool> EraseAsync(AuthorErased erased, CancellationToken cancellationToken) => ChangeAsync(
        erased.SiteId,
        async (transaction, number) =>
        {
            var parameters = new { site = erased.SiteId, authorKey = erased.AuthorKey, erasedAt = erased.ErasedAt.ToUnixTimeMilliseconds() };
            var count = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "DELETE FROM lessons WHERE site_id = @site AND author_key = @authorKey AND submitted_at <= @erasedAt",
                parameters,
                transaction,
                cancellationToken: cancellationToken));
            // A case that waits long forgets whose it is before it is decided.
            foreach (var some in erased.CommentIds.Chunk(IdsAtOnce))
            {
                var ids = new DynamicParameters(new { site = erased.SiteId });
                var names = some.Select((id, index) =>
                {
                    ids.Add($"id{index}", id.ToString());
                    return $"@id{index}";
                }).ToList();
                count += await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                    $"DELETE FROM lessons WHERE site_id = @site AND comment_id IN ({string.Join(", ", names)})",
                    ids,
                    transaction,
                    cancellationToken: cancellationToken));
            }

            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO erased_authors (site_id, author_key, erased_at) VALUES (@site, @authorKey, @erasedAt)
                ON CONFLICT (site_id, author_key) DO UPDATE SET erased_at = excluded.erased_at WHERE excluded.erased_at > erased_authors.erased_at
                """,
                parameters,
                transaction,
                cancellationToken: cancellationToken));
            return count == 0 ? 0 : await NoteAsync(transaction, erased.SiteId, number, Causes.Erased, cancellationToken);
        },
        cancellationToken);

    /// <summary>Takes out what was decided before then, in Unix milliseconds.</summary>
    /// <returns>How many lessons there were.</returns>
    public async Task<int> ForgetAsync(long before, CancellationToken cancellationToken)
    {
        IEnumerable<string> old;
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            old = await connection.QueryAsync<string>(new CommandDefinition(
                "SELECT DISTINCT site_id FROM lessons WHERE decided_at < @before", new { before }, cancellationToken: cancellationToken));
        }

        var count = 0;
        foreach (var site in old)
        {
            await ChangeAsync(
                site,
                async (transaction, number) =>
                {
                    var some = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                        "DELETE FROM lessons WHERE site_id = @site AND decided_at < @before", new { site, before }, transaction, cancellationToken: cancellationToken));
                    count += some;
                    return some == 0 ? 0 : await NoteAsync(transaction, site, number, Causes.Unlearned, cancellationToken);
                },
                cancellationToken);
        }

        return count;
    }

    private async Task<bool> ChangeAsync(string site, Func<DbTransaction, long, Task<int>> change, CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            var number = await LogLock.TakeAsync(transaction, site, cancellationToken) + 1;
            var isNew = await change(transaction, number) > 0;
            if (isNew)
            {
                await connection.ExecuteAsync(new CommandDefinition(
                    "UPDATE logs SET newest = @number WHERE site_id = @site", new { site, number }, transaction, cancellationToken: cancellationToken));
            }

            await transaction.CommitAsync(cancellationToken);
            if (!isNew)
            {
                return false;
            }
        }

        signal.Set();
        return true;
    }

    private Task<int> NoteAsync(DbTransaction transaction, string site, long number, string change, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO changes (site_id, number, change, made_at) VALUES (@site, @number, @change, @now)",
            new { site, number, change, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction,
            cancellationToken: cancellationToken));

    private DynamicParameters Parameters(CommentTaught taught, long number)
    {
        var comment = taught.Comment;
        // Nothing can be learned of no text: it is one that was erased meanwhile.
        var teaches = !string.IsNullOrWhiteSpace(comment.Body);
        var parameters = new DynamicParameters(new
        {
            site = comment.SiteId,
            number,
            comment = comment.CommentId.ToString(),
            sequence = taught.Sequence,
            text = StoredText.Of(comment.Body),
            moderator = taught.DecidedBy,
            authorKey = sites.TryGet(comment.SiteId, out var site) ? AuthorKey.Of(site, comment.Author.Email) : null,
            submittedAt = comment.SubmittedAt.ToUnixTimeMilliseconds(),
            decidedAt = taught.DecidedAt.ToUnixTimeMilliseconds(),
        });
        parameters.Add("isAbuse", teaches ? Stored(taught.IsAbuse) : null, System.Data.DbType.Int64);
        parameters.Add("isSpam", teaches ? Stored(taught.IsSpam) : null, System.Data.DbType.Int64);
        return parameters;
    }

    private static long? Stored(bool? known) => known is null ? null : known.Value ? 1 : 0;
}
