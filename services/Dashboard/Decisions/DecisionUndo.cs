using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Decisions;

/// <summary>
/// Takes decisions back. One's own that nobody outside has heard of leaves nothing behind but its trace in the history; any other is
/// reversed by a decision of its own.
/// </summary>
internal sealed class DecisionUndo(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, OutboxSignal outbox, TimeProvider time, ILogger<DecisionUndo> logger)
{
    /// <summary>Takes the decision back if it is the one that stands.</summary>
    /// <returns><c>undone</c>, <c>reversed</c>, <c>conflict</c> or <c>unknown</c>.</returns>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<DecisionResult> UndoAsync(Guid commentId, long sequence, string moderator, SiteScope scope, CancellationToken cancellationToken) =>
        (await UndoAsync([new SeenCase(commentId.ToString(), sequence)], moderator, scope, cancellationToken)).Single();

    /// <summary>Takes several decisions back, each if it is the one that stands, and tells of each in their order.</summary>
    public async Task<IReadOnlyList<DecisionResult>> UndoAsync(
        IReadOnlyList<SeenCase> decisions, string moderator, SiteScope scope, CancellationToken cancellationToken)
    {
        try
        {
            if (await TryAsync(decisions, moderator, scope, cancellationToken) is { } results)
            {
                return results;
            }
        }
        catch (DbException exception) when (exception.SqlState == DecisionWriter.Deadlock)
        {
            // Another act met this one; one by one they do not.
        }

        // A relay was faster with at least one of them.
        var each = new List<DecisionResult>(decisions.Count);
        foreach (var decision in decisions)
        {
            DecisionResult? result;
            while ((result = (await TryAsync([decision], moderator, scope, cancellationToken))?.Single()) is null)
            {
            }

            each.Add(result);
        }

        return each;
    }

    private async Task<IReadOnlyList<DecisionResult>?> TryAsync(
        IReadOnlyList<SeenCase> decisions, string moderator, SiteScope scope, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var results = new Dictionary<string, DecisionResult>(StringComparer.Ordinal);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            var now = time.GetUtcNow();
            var wanted = decisions.ToDictionary(decision => decision.Id, decision => decision.Sequence, StringComparer.Ordinal);
            var standing = (await PastDecisions.ReadAsync(transaction, wanted.Keys, scope, cancellationToken))
                .Where(history => history.Sequence == wanted[history.Id] && history is { Last.IsSilentUndo: false, Before: not null })
                .ToList();
            var quiet = standing.Where(history => IsUnheard(history, moderator)).ToList();
            if (!await UndoWriter.TakeBackAsync(transaction, quiet, moderator, now, cancellationToken))
            {
                return null;
            }

            foreach (var history in quiet)
            {
                results[history.Id] = Result(history, DecisionResult.Undone, history.Origin(history.Before!).DecidedBy);
            }

            foreach (var alike in standing.Except(quiet).GroupBy(history => (history.Before!.Again, history.Sequence)))
            {
                var reversal = new NewDecision { Decision = alike.Key.Again, Moderator = moderator, Scope = scope, Undoes = alike.Key.Sequence, At = now };
                var reversed = await DecisionWriter.SaveAsync(
                    transaction, [.. alike.Select(history => new SeenCase(history.Id, history.Sequence))], reversal, cancellationToken);
                foreach (var history in alike.Where(history => reversed.ContainsKey(history.Id)))
                {
                    results[history.Id] = Result(history, DecisionResult.Reversed, moderator);
                }
            }

            await transaction.CommitAsync(cancellationToken);
        }

        outbox.Set();
        logger.LogInformation("{Count} of {Wanted} decisions taken back by {Moderator}", results.Count, decisions.Count, moderator);
        foreach (var decision in decisions.Where(decision => !results.ContainsKey(decision.Id)))
        {
            results[decision.Id] = await Standing.ReadAsync(connection, Guid.Parse(decision.Id), scope, cancellationToken);
        }

        return [.. decisions.Select(decision => results[decision.Id])];
    }

    // Somebody else's decision is not taken back behind their back, and what others outside do not know cannot be gone back to in silence.
    private static bool IsUnheard(PastDecisions history, string moderator) =>
        history.Last is { IsWaiting: true } last && last.DecidedBy == moderator && history.Before!.IsKnownOutside;

    private static DecisionResult Result(PastDecisions history, string result, string decidedBy) =>
        new(history.Id, result, history.Before!.State, decidedBy, history.Sequence + 1);
}
