using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Decisions;

/// <summary>Makes moderators' decisions stand: of two on the same case, the first.</summary>
internal sealed class Decider(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, OutboxSignal outbox, TimeProvider time, ILogger<Decider> logger)
{
    /// <summary>Saves the decision if nobody was faster. It is on disk when this returns, and goes to the bus by itself.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<DecisionResult> DecideAsync(ModeratorDecision decision, string moderator, SiteScope scope, CancellationToken cancellationToken)
    {
        var id = decision.CommentId.ToString();
        var now = time.GetUtcNow();
        var saved = new NewDecision
        {
            Decision = decision.Decision,
            Moderator = moderator,
            Scope = scope,
            Note = decision.Note,
            Reason = decision.Reason,
            At = now,
            ReleaseAt = decision.UndoWindow > TimeSpan.Zero ? now + decision.UndoWindow : null,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            var decided = await DecisionWriter.SaveAsync(transaction, [new SeenCase(id, decision.Sequence)], saved, cancellationToken);
            if (decided.TryGetValue(id, out var sequence))
            {
                await transaction.CommitAsync(cancellationToken);
                outbox.Set();
                logger.LogInformation("Comment {CommentId} {State} by {Moderator}", decision.CommentId, decision.StateAfter, moderator);
                return new DecisionResult(id, DecisionResult.Decided, decision.StateAfter, moderator, sequence) { ReleaseAt = saved.ReleaseAt, DecidedAt = now };
            }
        }

        return await Standing.ReadAsync(connection, decision.CommentId, scope, cancellationToken);
    }
}
