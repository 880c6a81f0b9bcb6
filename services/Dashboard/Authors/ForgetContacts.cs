using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Hosting.Retention;

namespace Moderation.Dashboard.Authors;

/// <summary>
/// Forgets email, network address, user agent and referrer of what was submitted longer ago than they are retained. A case
/// that waits for a moderator keeps them, and so does one whose decision waits for the bus.
/// </summary>
internal sealed class ForgetContacts(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time, IOptions<RetentionOptions> retention)
{
    private const int BatchSize = 50;

    /// <returns>How many cases have forgotten them now.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        while (await ForgetSomeAsync(cancellationToken) is > 0 and var some)
        {
            count += some;
        }

        return count;
    }

    private async Task<int> ForgetSomeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT id, comment FROM cases
            WHERE contacts_forgotten_at IS NULL AND submitted_at < @before AND state <> 'held'
                AND NOT EXISTS (SELECT 1 FROM decisions WHERE comment_id = id AND published_at IS NULL)
            ORDER BY submitted_at, id LIMIT @limit
            """,
            new { before = retention.Value.Before(now), limit = BatchSize },
            cancellationToken: cancellationToken))).ToList();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var row in rows)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                UPDATE cases SET author_email = NULL, comment = @comment, contacts_forgotten_at = @now
                WHERE id = @id AND contacts_forgotten_at IS NULL
                """,
                new
                {
                    id = row.Id,
                    comment = StoredJson.Of(Emptied.WithoutContacts(StoredJson.Read<CommentSubmitted>(row.Comment))),
                    now = now.ToUnixTimeMilliseconds(),
                },
                transaction,
                cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private sealed record Row(string Id, string Comment);
}
