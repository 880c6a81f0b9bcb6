using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Hosting.Sites;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Import;

/// <summary>Comments of archives, among the others on disk: the row is the outbox of the decision that a comment came with.</summary>
internal sealed class ImportStore(
    [FromKeyedServices(SubmissionModule.Name)] DbDataSource database, TimeProvider time, IOptions<SubmissionOptions> options)
{
    /// <summary>Saves what is not there yet, all or nothing.</summary>
    /// <returns>Those that are new, in their order.</returns>
    public async Task<IReadOnlyList<ImportedComment>> Save(Site site, IReadOnlyList<ImportedComment> comments, CancellationToken cancellationToken)
    {
        var nextAttemptAt = (time.GetUtcNow() + options.Value.RelayAfter).ToUnixTimeMilliseconds();
        var saved = new List<ImportedComment>(comments.Count);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // In the order of ids, so that two imports of the same archive wait for each other and do not lock up.
        foreach (var imported in comments.OrderBy(imported => imported.Comment.CommentId))
        {
            var comment = imported.Comment;
            var isNew = await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO comments (id, site_id, page_id, author_key, status, sequence, submitted_at, message, attempts, next_attempt_at, imported_as)
                VALUES (@id, @SiteId, @pageId, @authorKey, @status, 0, @submittedAt, @message, 0, @nextAttemptAt, @DecidedAs)
                ON CONFLICT (id) DO NOTHING
                """,
                new
                {
                    id = comment.CommentId.ToString(),
                    comment.SiteId,
                    pageId = comment.Page.Id,
                    authorKey = AuthorKey.Of(site, comment.Author.Email),
                    status = CommentStatus.Pending,
                    submittedAt = comment.SubmittedAt.ToUnixTimeMilliseconds(),
                    message = JsonSerializer.Serialize(comment),
                    nextAttemptAt,
                    imported.DecidedAs,
                },
                transaction,
                cancellationToken: cancellationToken)) > 0;
            if (isNew)
            {
                saved.Add(imported);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>How many comments no decision has come back for, those that are not of archives too.</summary>
    public async Task<long> CountWaiting(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM comments WHERE next_attempt_at IS NOT NULL", cancellationToken: cancellationToken));
    }
}
