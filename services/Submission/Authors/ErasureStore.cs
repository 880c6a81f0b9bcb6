using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Moderation.Submission.Authors;

/// <summary>The erasures on disk, and what they do to the comments here.</summary>
internal sealed class ErasureStore(
    [FromKeyedServices(SubmissionModule.Name)] DbDataSource database, TimeProvider time, IOptions<SubmissionOptions> options)
{
    // What is kept by id alone lasts for days; more would only make the message large.
    private const int MostIds = 20_000;

    // Its status stays, so that whoever asks is answered; what was or could have become public is withdrawn.
    private const string EraseComments = """
        UPDATE comments SET
            erasure_id = @id, author_key = NULL, message = NULL, request_hash = NULL, next_attempt_at = NULL,
            decided_at = COALESCE(decided_at, @requestedAt),
            status = CASE WHEN status = 'rejected' THEN status ELSE 'withdrawn' END
        WHERE site_id = @siteId AND author_key = @authorKey AND submitted_at <= @requestedAt
        """;

    /// <summary>Writes the wish of a site down and empties the author's comments, both or neither.</summary>
    public async Task<Erasure> Request(string siteId, string authorKey, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var erasure = new Erasure(Guid.CreateVersion7(now), siteId, authorKey, DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()));
        await Request(erasure, cancellationToken);
        return erasure;
    }

    /// <summary>Does the same for a wish that has an id already, however often it comes.</summary>
    public async Task Request(Erasure erasure, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO erasures (id, site_id, author_key, requested_at, attempts, next_attempt_at)
            VALUES (@id, @siteId, @authorKey, @requestedAt, 0, @requestedAt)
            ON CONFLICT (id) DO NOTHING;

            {EraseComments}
            """,
            Parameters(erasure),
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Empties what was still being saved when the erasure was asked for.</summary>
    /// <returns>The ids of the newest comments that it emptied so far.</returns>
    public async Task<IReadOnlyList<Guid>> EraseAgain(Erasure erasure, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(EraseComments, Parameters(erasure), cancellationToken: cancellationToken));
        var ids = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT id FROM comments WHERE erasure_id = @id ORDER BY id DESC LIMIT @limit", new { id = erasure.Id.ToString(), limit = MostIds }, cancellationToken: cancellationToken));
        return [.. ids.Select(Guid.Parse)];
    }

    /// <summary>Claims erasures of which the services are to be told; each is claimed by one instance, and again after twice the time.</summary>
    public async Task<IReadOnlyList<Erasure>> ClaimDue(int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            UPDATE erasures SET
                attempts = attempts + 1,
                next_attempt_at = @now + @delay * (CAST(1 AS bigint) << CAST(CASE WHEN attempts < 5 THEN attempts ELSE 5 END AS integer))
            WHERE next_attempt_at <= @now
                AND id IN (SELECT id FROM erasures WHERE next_attempt_at <= @now ORDER BY next_attempt_at LIMIT @limit)
            RETURNING id AS "Id", site_id AS "SiteId", author_key AS "AuthorKey", requested_at AS "RequestedAt"
            """,
            new { now = Now, delay = (long)options.Value.RelayAfter.TotalMilliseconds, limit },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new Erasure(Guid.Parse(row.Id), row.SiteId, row.AuthorKey, DateTimeOffset.FromUnixTimeMilliseconds(row.RequestedAt)))];
    }

    /// <summary>Notes that a service has done its part; the first time counts.</summary>
    public async Task Confirm(Guid id, string service, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO erasure_confirmations (erasure_id, service, done_at) VALUES (@id, @service, @now) ON CONFLICT (erasure_id, service) DO NOTHING",
            new { id = id.ToString(), service, now = Now },
            cancellationToken: cancellationToken));
    }

    /// <summary>Tells nobody any more.</summary>
    public async Task Finish(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE erasures SET next_attempt_at = NULL WHERE id = @id", new { id = id.ToString() }, cancellationToken: cancellationToken));
    }

    public async Task<ErasureStatus?> Find(Guid id, string siteId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var requestedAt = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            "SELECT requested_at FROM erasures WHERE id = @id AND site_id = @siteId",
            new { id = id.ToString(), siteId },
            cancellationToken: cancellationToken));
        if (requestedAt is null)
        {
            return null;
        }

        var confirmations = await connection.QueryAsync<Confirmation>(new CommandDefinition(
            """SELECT service AS "Service", done_at AS "DoneAt" FROM erasure_confirmations WHERE erasure_id = @id""",
            new { id = id.ToString() },
            cancellationToken: cancellationToken));
        return new ErasureStatus(id, requestedAt.Value, confirmations.ToDictionary(row => row.Service, row => row.DoneAt, StringComparer.Ordinal));
    }

    private static object Parameters(Erasure erasure) => new
    {
        id = erasure.Id.ToString(),
        siteId = erasure.SiteId,
        authorKey = erasure.AuthorKey,
        requestedAt = erasure.RequestedAt.ToUnixTimeMilliseconds(),
    };

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record Row(string Id, string SiteId, string AuthorKey, long RequestedAt);

    private sealed record Confirmation(string Service, long DoneAt);
}
