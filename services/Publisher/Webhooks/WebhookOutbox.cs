using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Publisher.Decisions;

namespace Moderation.Publisher.Webhooks;

/// <summary>What websites are still to be told, on disk. Any number of instances share the work.</summary>
internal sealed class WebhookOutbox(
    [FromKeyedServices(PublisherModule.Name)] DbDataSource database, WebhookEndpoints endpoints, TimeProvider time) : IDisposable
{
    private const string Columns =
        "id, site_id AS SiteId, type, comment_id AS CommentId, body, created_at AS CreatedAt, attempts, next_attempt_at AS NextAttemptAt, last_error AS LastError";

    // Longer than a message is waited for, so that nobody else sends it meanwhile; if this process dies somebody does.
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _added = new(0);

    /// <summary>Adds what a decision is told as, if its site wants to be told, in the decision's own transaction.</summary>
    /// <returns>Whether something was added.</returns>
    public async Task<bool> AddAsync(DbTransaction transaction, DecisionRow decision, long publishedAt, CancellationToken cancellationToken)
    {
        if (!endpoints.TryGet(decision.SiteId, out _))
        {
            return false;
        }

        return await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            // What is withdrawn needs no telling of when it was published; nor may a text wait here that its author had erased.
            $"""
            {(decision.IsPublished ? "" : "DELETE FROM webhook_messages WHERE comment_id = @CommentId;")}

            INSERT INTO webhook_messages (id, site_id, type, comment_id, body, created_at, attempts, next_attempt_at)
            VALUES (@Id, @SiteId, @Type, @CommentId, @Body, @CreatedAt, 0, @CreatedAt)
            ON CONFLICT (id) DO NOTHING
            """,
            WebhookNews.Of(decision, publishedAt, time.GetUtcNow()),
            transaction,
            cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>Wakes who delivers, once the transaction is committed.</summary>
    public void Signal() => _added.Release();

    /// <summary>Returns when something was added here, or after the pause.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await _added.WaitAsync(pause, cancellationToken);
        while (_added.Wait(0, cancellationToken))
        {
        }
    }

    /// <summary>Claims messages that are due; for a minute nobody else gets them.</summary>
    public async Task<IReadOnlyList<WebhookMessage>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The outer condition is checked again on a row that another instance has just claimed.
        var claimed = await connection.QueryAsync<WebhookMessage>(new CommandDefinition(
            $"""
            UPDATE webhook_messages SET attempts = attempts + 1, next_attempt_at = @leased
            WHERE next_attempt_at <= @now
                AND id IN (SELECT id FROM webhook_messages WHERE next_attempt_at <= @now ORDER BY next_attempt_at LIMIT @most)
            RETURNING {Columns}
            """,
            new { now = Now, leased = Now + (long)_lease.TotalMilliseconds, most },
            cancellationToken: cancellationToken));
        return claimed.AsList();
    }

    /// <summary>The website took it, or nobody is to hear it any more.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(string siteId, string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM webhook_messages WHERE site_id = @siteId AND id = @id", new { siteId, id }, cancellationToken: cancellationToken)) > 0;
    }

    /// <param name="message">What the website did not take.</param>
    /// <param name="error">Why, in a sentence.</param>
    /// <param name="pause">Until it is sent again; null for never.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task FailAsync(WebhookMessage message, string error, TimeSpan? pause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE webhook_messages SET last_error = @error, next_attempt_at = @next WHERE id = @Id",
            new { message.Id, error, next = pause is { } wait ? Now + (long)wait.TotalMilliseconds : (long?)null },
            cancellationToken: cancellationToken));
    }

    /// <summary>How many are still to be sent, and those that the website did not take, oldest first.</summary>
    public async Task<(long Waiting, IReadOnlyList<WebhookMessage> Failed)> ReadAsync(string siteId, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            SELECT COUNT(*) FROM webhook_messages WHERE site_id = @siteId AND next_attempt_at IS NOT NULL;
            SELECT {Columns} FROM webhook_messages WHERE site_id = @siteId AND last_error IS NOT NULL ORDER BY created_at, id LIMIT @most;
            """,
            new { siteId, most },
            cancellationToken: cancellationToken));
        return (await results.ReadSingleAsync<long>(), (await results.ReadAsync<WebhookMessage>()).AsList());
    }

    /// <summary>Sends dead messages again as if they were new: one, or all of a site.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReviveAsync(string siteId, string? id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var revived = await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE webhook_messages SET attempts = 0, next_attempt_at = @now WHERE site_id = @siteId AND next_attempt_at IS NULL AND id = COALESCE(@id, id)",
            new { siteId, id, now = Now },
            cancellationToken: cancellationToken));
        Signal();
        return revived;
    }

    public void Dispose() => _added.Dispose();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
