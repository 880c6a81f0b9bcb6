using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Decisions;

/// <summary>Decides many cases in one act, some at a time so that nobody waits for it, and takes an act back.</summary>
internal sealed class BulkDecider(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, DecisionUndo undo, OutboxSignal outbox, TimeProvider time, ILogger<BulkDecider> logger)
{
    private const int BatchSize = 200;
    private const int Attempts = 5;
    private const string Deadlock = "40P01";

    // Slower than any database in use. An act that dies half-way is released after that.
    private static readonly TimeSpan _perCase = TimeSpan.FromMilliseconds(5);

    // While an act is taken back nothing of it may get out.
    private static readonly TimeSpan _timeToUndo = TimeSpan.FromMinutes(5);

    /// <summary>Decides each case that stands as it was seen. What is decided is on disk; ended half-way, that part stands.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<BulkResult> DecideAllAsync(
        BulkDecision decision, string moderator, SiteScope scope, IProgress<BulkProgress>? progress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var act = Guid.CreateVersion7(now);
        var saved = new NewDecision
        {
            Decision = decision.Decision,
            Moderator = moderator,
            Scope = scope,
            Note = decision.Note,
            Reason = decision.Reason,
            ActId = act,
            At = now,
            ReleaseAt = decision.UndoWindow > TimeSpan.Zero ? now + decision.UndoWindow + (decision.ExpectedCount * _perCase) : null,
        };
        var decided = new List<SeenCase>();
        var conflicts = 0L;
        await foreach (var batch in BatchesAsync(decision, scope, cancellationToken))
        {
            var some = await SaveAsync(batch, saved with { At = time.GetUtcNow() }, cancellationToken);
            decided.AddRange(some.Select(one => new SeenCase(one.Key, one.Value)));
            conflicts += batch.Count - some.Count;
            progress?.Report(new BulkProgress(decided.Count, conflicts, decision.ExpectedCount));
        }

        var release = saved.ReleaseAt is null ? (DateTimeOffset?)null : time.GetUtcNow() + decision.UndoWindow;
        await ReleaseAsync(act, release, cancellationToken);
        outbox.Set();
        logger.LogInformation("{Count} comments {State} by {Moderator} in act {ActId}", decided.Count, ModeratorDecision.StateOf(decision.Decision), moderator, act);
        return new BulkResult { ActId = act, Decided = decided.Count, Conflicts = conflicts, Cases = decided, ReleaseAt = release };
    }

    /// <summary>Takes back all of an act that nobody changed since.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<BulkUndoResult> UndoAsync(
        Guid act, string moderator, SiteScope scope, IProgress<BulkProgress>? progress, CancellationToken cancellationToken)
    {
        await ReleaseAsync(act, time.GetUtcNow() + _timeToUndo, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var all = (await connection.QueryAsync<(string Id, long Sequence)>(new CommandDefinition(
            "SELECT comment_id, sequence FROM decisions WHERE act_id = @act AND undoes IS NULL ORDER BY comment_id",
            new { act = act.ToString() },
            cancellationToken: cancellationToken))).Select(row => new SeenCase(row.Id, row.Sequence)).ToList();
        var result = new BulkUndoResult();
        foreach (var batch in all.Chunk(BatchSize))
        {
            var some = await undo.UndoAsync(batch, moderator, scope, cancellationToken);
            result = new BulkUndoResult(
                result.Undone + some.Count(one => one.Result == DecisionResult.Undone),
                result.Reversed + some.Count(one => one.Result == DecisionResult.Reversed),
                result.Conflicts + some.Count(one => one.Result is DecisionResult.Conflict or DecisionResult.Unknown));
            progress?.Report(new BulkProgress(result.Undone + result.Reversed, result.Conflicts, all.Count));
        }

        // What could not be taken back need not wait any longer.
        await ReleaseAsync(act, time.GetUtcNow(), cancellationToken);
        outbox.Set();
        return result;
    }

    private async IAsyncEnumerable<IReadOnlyList<SeenCase>> BatchesAsync(
        BulkDecision decision, SiteScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (decision.Query is null)
        {
            foreach (var batch in decision.Picked.Chunk(BatchSize))
            {
                yield return batch;
            }

            yield break;
        }

        var query = decision.Query with
        {
            State = CaseStates.Held,
            Scope = scope,
            Order = CaseOrder.Oldest,
            FiledUntil = decision.SeenAt ?? decision.Query.FiledUntil,
            After = null,
        };
        for (var left = decision.ExpectedCount; left > 0;)
        {
            var batch = await FindAsync(query with { Limit = (int)Math.Min(left, BatchSize) }, cancellationToken);
            if (batch.Count == 0)
            {
                yield break;
            }

            left -= batch.Count;
            query = query with { After = new CaseCursor(CaseOrder.Oldest, batch[^1].OrderKey, Guid.Parse(batch[^1].Id)) };
            yield return [.. batch.Select(found => new SeenCase(found.Id, found.Sequence))];
        }
    }

    private async Task<List<Found>> FindAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var selection = CaseSelection.Of(query, connection is SqliteConnection);
        var found = await connection.QueryAsync<Found>(new CommandDefinition(
            selection.Page("cases.id AS id, cases.sequence AS sequence"), selection.Parameters, cancellationToken: cancellationToken));
        return [.. found.Take(query.Limit)];
    }

    private async Task<IReadOnlyDictionary<string, long>> SaveAsync(IReadOnlyList<SeenCase> batch, NewDecision decision, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await TrySaveAsync(batch, decision, cancellationToken);
            }
            catch (DbException exception) when (exception.SqlState == DecisionWriter.Deadlock)
            {
                // Two acts met on the same cases in different orders. The other one got through.
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, long>> TrySaveAsync(IReadOnlyList<SeenCase> batch, NewDecision decision, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var decided = await DecisionWriter.SaveAsync(transaction, batch, decision, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return decided;
            }
            catch (DbException exception) when (exception.SqlState == Deadlock && attempt < Attempts)
            {
                // Two acts that waited for each other's cases.
                logger.LogDebug("A part of act {ActId} is tried again: {Reason}", decision.ActId, exception.Message);
            }
        }
    }

    private async Task ReleaseAsync(Guid act, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (at is null)
        {
            return;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE decisions SET release_at = @at, next_attempt_at = @at WHERE act_id = @act AND published_at IS NULL AND next_attempt_at = release_at",
            new { act = act.ToString(), at = at.Value.ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
    }

    private sealed record Found
    {
        public required string Id { get; init; }

        public required long Sequence { get; init; }

        public required double OrderKey { get; init; }
    }
}
