using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;
using Moderation.Hosting.Bus.DeadMessages;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>Sends dead messages again, or throws them away.</summary>
internal sealed class SettleDeadMessages(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, SendAgain bus, TimeProvider time, ILogger<SettleDeadMessages> logger)
{
    private const int BatchSize = 100;

    /// <summary>
    /// Gives them to their queues. Each is marked only when the broker has it: whatever dies in between, it is sent at least once, and consumers ignore
    /// what they have seen.
    /// </summary>
    public async Task<Settled> ResendAsync(DeadMessageChoice choice, string who, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (done, failed, last) = (0, 0, "");
        while (await NextAsync(choice, until, last, cancellationToken) is { Count: > 0 } some)
        {
            foreach (var message in some)
            {
                switch (await SendAsync(message, cancellationToken))
                {
                    case true:
                        done += await MarkAsync(message, who, cancellationToken) ? 1 : 0;
                        break;
                    case false:
                        failed++;
                        break;
                    case null:
                        return new Settled(done, failed + 1, IsBrokerDown: true);
                }
            }

            last = some[^1].Id;
        }

        return new Settled(done, failed, IsBrokerDown: false);
    }

    public async Task<Settled> DiscardAsync(DeadMessageChoice choice, string who, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (done, last) = (0, "");
        while (await NextAsync(choice, until, last, cancellationToken) is { Count: > 0 } some)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            foreach (var message in some)
            {
                var count = await connection.ExecuteAsync(new CommandDefinition(
                    "DELETE FROM dead_messages WHERE id = @Id AND died_at = @DiedAt AND state = 'waiting'", message, transaction, cancellationToken: cancellationToken));
                if (count > 0)
                {
                    await AuditLog.AppendAsync(connection, transaction, Entry(message, "discard", null, who), cancellationToken);
                    done++;
                }
            }

            await transaction.CommitAsync(cancellationToken);
            last = some[^1].Id;
        }

        logger.LogInformation("{Count} dead messages discarded by {Moderator}", done, who);
        return new Settled(done, 0, IsBrokerDown: false);
    }

    // What dies while this goes on is not among them.
    private async Task<IReadOnlyList<Waiting>> NextAsync(DeadMessageChoice choice, long until, string last, CancellationToken cancellationToken)
    {
        var (list, parameters) = Ids.In((choice.Ids ?? []).Select(id => id.ToString()));
        parameters.AddDynamicParams(new { queue = choice.Query.Queue, reason = choice.Query.Reason, until, last, limit = BatchSize });
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Waiting>(new CommandDefinition(
            $"""
            SELECT id, queue, message_id AS messageId, content_type AS contentType, body, comment_id AS commentId, died_at AS diedAt
            FROM dead_messages
            WHERE {choice.Query.Sql} AND died_at <= @until AND id > @last {(choice.Ids is null ? "" : $"AND id IN {list}")}
            ORDER BY id LIMIT @limit
            """,
            parameters,
            cancellationToken: cancellationToken))];
    }

    /// <returns>Null when the broker does not answer, and asking it for the next one would be in vain.</returns>
    private async Task<bool?> SendAsync(Waiting message, CancellationToken cancellationToken)
    {
        try
        {
            await bus.SendAsync(message.Queue, message.MessageId, message.ContentType, message.Body, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The dead message {DeadMessageId} could not be sent to {Queue}: {Reason}", message.Id, message.Queue, exception.GetType().Name);
            return false;
        }
    }

    private async Task<bool> MarkAsync(Waiting message, string who, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // It may have died again already.
        var count = await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE dead_messages SET state = 'resent', body = NULL, message = '' WHERE id = @Id AND died_at = @DiedAt AND state = 'waiting'",
            message,
            transaction,
            cancellationToken: cancellationToken));
        await AuditLog.AppendAsync(connection, transaction, Entry(message, "resend", "resent", who), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        logger.LogInformation("The dead message {DeadMessageId} of {Queue} is sent again by {Moderator}", message.Id, message.Queue, who);
        return count > 0;
    }

    private AuditEntry Entry(Waiting message, string what, string? after, string who) => new()
    {
        At = time.GetUtcNow(),
        Who = who,
        What = what,
        Kind = "dead-message",
        Subject = message.Id,
        Before = "waiting",
        After = after,
        Detail = message.CommentId is null ? message.Queue : $"{message.Queue} {message.CommentId}",
    };

    // Not by its constructor: SQLite cannot tell the type of the body before it is read.
    private sealed record Waiting
    {
        public required string Id { get; init; }

        public required string Queue { get; init; }

        public required string MessageId { get; init; }

        public required string ContentType { get; init; }

        public required byte[] Body { get; init; }

        public string? CommentId { get; init; }

        public required long DiedAt { get; init; }
    }
}

/// <summary>Which dead messages are meant.</summary>
/// <param name="Query">All that match it,</param>
/// <param name="Ids">and, unless null, are among these.</param>
internal sealed record DeadMessageChoice(DeadMessageQuery Query, IReadOnlyCollection<Guid>? Ids = null);

/// <summary>What became of them.</summary>
internal sealed record Settled(int Done, int Failed, bool IsBrokerDown);
