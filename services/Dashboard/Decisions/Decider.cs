using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Decisions;

/// <summary>Makes moderators' decisions stand: of two on the same case, the first.</summary>
internal sealed class Decider(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, OutboxSignal outbox, TimeProvider time, ILogger<Decider> logger)
{
    /// <summary>Saves the decision if nobody was faster. It is on disk when this returns, and goes to the bus by itself.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<DecisionResult> DecideAsync(ModeratorDecision decision, string moderator, CancellationToken cancellationToken)
    {
        var id = decision.CommentId.ToString();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await SaveAsync(connection, id, decision, moderator, cancellationToken) is { } sequence)
        {
            outbox.Set();
            logger.LogInformation("Comment {CommentId} {State} by {Moderator}", decision.CommentId, decision.StateAfter, moderator);
            return new DecisionResult(id, DecisionResult.Decided, decision.StateAfter, moderator, sequence);
        }

        var standing = await connection.QuerySingleOrDefaultAsync<Standing>(new CommandDefinition(
            "SELECT state, decided_by AS decidedBy, sequence FROM cases WHERE id = @id", new { id }, cancellationToken: cancellationToken));
        return standing is null
            ? DecisionResult.OfUnknown(decision.CommentId)
            : new DecisionResult(id, DecisionResult.Conflict, standing.State, standing.DecidedBy, standing.Sequence);
    }

    private async Task<long?> SaveAsync(
        DbConnection connection, string id, ModeratorDecision decision, string moderator, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var sequence = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            $"""
            UPDATE cases
            SET state = @state, sequence = sequence + 1, decided_by = @moderator, decided_at = @now, changed_at = @now
            WHERE id = @id AND erased_at IS NULL AND {(decision.Sequence is null ? "state = 'held'" : "sequence = @seen")}
            RETURNING sequence
            """,
            new { id, state = decision.StateAfter, moderator, now, seen = decision.Sequence },
            transaction,
            cancellationToken: cancellationToken));
        if (sequence is null)
        {
            return null;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO decisions (comment_id, sequence, decision, state, decided_by, decided_at, note, next_attempt_at)
            VALUES (@id, @sequence, @decision, @state, @moderator, @now, @note, @now);

            {CaseMarks.FollowState};
            """,
            new { id, sequence, decision = decision.Decision, state = decision.StateAfter, moderator, now, note = decision.Note },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return sequence;
    }

    private sealed record Standing(string State, string DecidedBy, long Sequence);
}
