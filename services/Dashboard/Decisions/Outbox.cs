using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Decisions;

/// <summary>The decisions of moderators that are still to be handed to the bus.</summary>
internal sealed class Outbox([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    /// <summary>How long a claimed decision is left to the instance that claimed it; longer than one attempt to publish takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>Takes up to <paramref name="limit"/> decisions that are due; no other instance gets them before the lease is over.</summary>
    public async Task<IReadOnlyList<DueDecision>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The row's own condition is checked again when another instance was faster, the subquery's is not.
        var claimed = (await connection.QueryAsync<Claimed>(new CommandDefinition(
            """
            UPDATE decisions
            SET next_attempt_at = @lease
            WHERE published_at IS NULL AND next_attempt_at <= @now AND (comment_id, sequence) IN (
                SELECT comment_id, sequence FROM decisions
                WHERE published_at IS NULL AND next_attempt_at <= @now
                ORDER BY next_attempt_at LIMIT @limit)
            RETURNING comment_id AS commentId, sequence, decision, state, reason, undoes, decided_by AS decidedBy, decided_at AS decidedAt
            """,
            new { now = now.ToUnixTimeMilliseconds(), lease = (now + Lease).ToUnixTimeMilliseconds(), limit },
            cancellationToken: cancellationToken))).ToList();
        if (claimed.Count == 0)
        {
            return [];
        }

        var (list, parameters) = Ids.In(claimed.Select(row => row.CommentId).Distinct());
        var cases = (await connection.QueryAsync<Filed>(new CommandDefinition(
            $"SELECT id, comment, verdict FROM cases WHERE id IN {list}",
            parameters,
            cancellationToken: cancellationToken))).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var restored = await RestoredAsync(connection, claimed, cancellationToken);
        return [.. claimed.OrderBy(row => row.DecidedAt).Select(row => row.ToDue(cases[row.CommentId], restored.GetValueOrDefault((row.CommentId, row.Sequence))))];
    }

    /// <summary>Takes what the bus has taken out of the outbox.</summary>
    public async Task MarkPublishedAsync(IReadOnlyCollection<IDecision> decisions, CancellationToken cancellationToken)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        var parameters = new DynamicParameters(new { now = time.GetUtcNow().ToUnixTimeMilliseconds() });
        var values = decisions.Select((decision, index) =>
        {
            parameters.Add($"id{index}", decision.Comment.CommentId.ToString());
            parameters.Add($"sequence{index}", decision.Sequence);
            return $"(@id{index}, @sequence{index})";
        });
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE decisions SET published_at = @now WHERE (comment_id, sequence) IN (VALUES {string.Join(", ", values)})",
            parameters,
            cancellationToken: cancellationToken));
    }

    /// <summary>
    /// Makes everything that moderators decided within the window before their last decision due again, however long ago that is, but
    /// nothing that its author had erased, and nothing that can still be undone.
    /// </summary>
    public async Task ReplayAsync(TimeSpan window, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE decisions SET published_at = NULL, next_attempt_at = @now
            WHERE decided_by NOT IN (@rules, @import)
                AND decided_at >= (SELECT MAX(decided_at) FROM decisions WHERE decided_by NOT IN (@rules, @import)) - @window
                AND withdrawn_at IS NULL AND (published_at IS NOT NULL OR release_at IS NULL OR next_attempt_at <> release_at)
                AND EXISTS (SELECT 1 FROM cases WHERE id = comment_id AND erased_at IS NULL)
            """,
            new
            {
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                window = (long)window.TotalMilliseconds,
                rules = IDecision.Rules,
                import = IDecision.Import,
            },
            cancellationToken: cancellationToken));
    }

    /// <summary>How long until the next decision is due; null when none waits.</summary>
    public async Task<TimeSpan?> DueInAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var due = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT MIN(next_attempt_at) FROM decisions WHERE published_at IS NULL", cancellationToken: cancellationToken));
        return due is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(due.Value) - time.GetUtcNow();
    }

    /// <summary>How many decisions have been waiting for the bus for longer than that; not those that can still be undone.</summary>
    public async Task<long> CountOlderThanAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM decisions WHERE published_at IS NULL AND COALESCE(release_at, decided_at) < @before",
            new { before = (time.GetUtcNow() - age).ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
    }

    /// <summary>What those go back to that take a decision back: it teaches again what it taught.</summary>
    private static async Task<IReadOnlyDictionary<(string CommentId, long Sequence), MadeDecision>> RestoredAsync(
        DbConnection connection, IReadOnlyList<Claimed> claimed, CancellationToken cancellationToken)
    {
        var restoring = claimed.Where(row => row.Undoes is not null).ToList();
        if (restoring.Count == 0)
        {
            return new Dictionary<(string CommentId, long Sequence), MadeDecision>();
        }

        var (list, parameters) = Ids.In(restoring.Select(row => row.CommentId).Distinct());
        var made = (await connection.QueryAsync<Past>(new CommandDefinition(
            $"""
            SELECT comment_id AS commentId, sequence, decision, reason, decided_by AS decidedBy, undoes
            FROM decisions WHERE comment_id IN {list} ORDER BY sequence
            """,
            parameters,
            cancellationToken: cancellationToken))).ToLookup(row => row.CommentId);
        return restoring.ToDictionary(row => (row.CommentId, row.Sequence), row => Past.Before([.. made[row.CommentId]], row.Undoes!.Value));
    }

    private sealed record Past(string CommentId, long Sequence, string Decision, string? Reason, string DecidedBy, long? Undoes)
    {
        private static readonly MadeDecision _unknown = new(ModeratorDecision.Hold, null, IDecision.Rules);

        /// <summary>What stood before a decision; where that took another back itself, what stood before that one.</summary>
        public static MadeDecision Before(IReadOnlyList<Past> all, long sequence) => all.LastOrDefault(past => past.Sequence < sequence) switch
        {
            null => _unknown,
            { Undoes: { } undone } => Before(all, undone),
            var past => new MadeDecision(past.Decision, past.Reason, past.DecidedBy),
        };
    }

    private sealed record Filed(string Id, string Comment, string Verdict);

    private sealed record Claimed(
        string CommentId, long Sequence, string Decision, string State, string? Reason, long? Undoes, string DecidedBy, long DecidedAt)
    {
        public DueDecision ToDue(Filed filed, MadeDecision? restored)
        {
            var decision = ToDecision(filed);
            return new DueDecision(decision, Teaching.Of(decision, restored ?? new MadeDecision(Decision, Reason, DecidedBy)));
        }

        private IDecision ToDecision(Filed filed)
        {
            var comment = StoredJson.Read<CommentSubmitted>(filed.Comment);
            var verdict = StoredJson.Read<Verdict>(filed.Verdict);
            var decidedAt = DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt);
            return State switch
            {
                CaseStates.Approved => new CommentApproved { Comment = comment, Verdict = verdict, Sequence = Sequence, DecidedBy = DecidedBy, DecidedAt = decidedAt },
                CaseStates.Held => new CommentHeld { Comment = comment, Verdict = verdict, Sequence = Sequence, DecidedBy = DecidedBy, DecidedAt = decidedAt },
                _ => new CommentRejected { Comment = comment, Verdict = verdict, Sequence = Sequence, DecidedBy = DecidedBy, DecidedAt = decidedAt },
            };
        }
    }
}
