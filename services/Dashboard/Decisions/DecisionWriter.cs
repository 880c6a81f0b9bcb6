using System.Data;
using System.Data.Common;
using Dapper;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Decisions;

/// <summary>A case as somebody saw it; without a sequence, any that is still to be decided.</summary>
internal readonly record struct SeenCase(string Id, long? Sequence);

/// <summary>A decision on one or several cases, ready to be saved.</summary>
internal sealed record NewDecision
{
    /// <summary>One of <see cref="ModeratorDecision"/>'s.</summary>
    public required string Decision { get; init; }

    public required string Moderator { get; init; }

    public required SiteScope Scope { get; init; }

    public string? Note { get; init; }

    public string? Reason { get; init; }

    public Guid? ActId { get; init; }

    /// <summary>The sequence of the decision that this one takes back.</summary>
    public long? Undoes { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null to hand it on at once.</summary>
    public DateTimeOffset? ReleaseAt { get; init; }
}

/// <summary>Saves a decision on cases, each by compare-and-set: of two on the same case, the first stands.</summary>
internal static class DecisionWriter
{
    /// <summary>PostgreSQL's <c>deadlock_detected</c>: the transaction is rolled back, and may be tried again.</summary>
    public const string Deadlock = "40P01";

    /// <returns>The cases that it decided, with their new sequences.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> SaveAsync(
        DbTransaction transaction, IReadOnlyList<SeenCase> seen, NewDecision decision, CancellationToken cancellationToken)
    {
        var decided = await StandAsync(transaction, seen, decision, cancellationToken);
        if (decided.Count > 0)
        {
            await NoteAsync(transaction, decided, decision, cancellationToken);
            await AuditLog.AppendDecisionsAsync(transaction, [.. decided.Select(one => (one.Key, one.Value))], decision.At, cancellationToken);
        }

        return decided;
    }

    private static async Task<Dictionary<string, long>> StandAsync(
        DbTransaction transaction, IReadOnlyList<SeenCase> seen, NewDecision decision, CancellationToken cancellationToken)
    {
        var parameters = Parameters(decision);
        var values = seen.Select((filed, index) =>
        {
            parameters.Add($"id{index}", filed.Id);
            parameters.Add($"seen{index}", filed.Sequence, DbType.Int64);
            return $"(@id{index}, @seen{index})";
        }).ToList();
        var own = decision.Scope.IsAll ? "" : $"AND site_id IN {Ids.In(decision.Scope.Sites, "scope", parameters)}";
        var open = decision.Decision == ModeratorDecision.Hold ? "state <> 'held'" : "state = 'held'";
        var rows = await transaction.Connection!.QueryAsync<(string Id, long Sequence)>(new CommandDefinition(
            $"""
            UPDATE cases
            SET state = @state, sequence = sequence + 1, decided_by = @moderator, decided_at = @at, changed_at = @at
            FROM (VALUES {string.Join(", ", values)}) AS seen
            WHERE id = seen.column1 AND erased_at IS NULL AND (sequence = seen.column2 OR (seen.column2 IS NULL AND {open})) {own}
            RETURNING id, sequence
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Sequence, StringComparer.Ordinal);
    }

    private static Task<int> NoteAsync(
        DbTransaction transaction, Dictionary<string, long> decided, NewDecision decision, CancellationToken cancellationToken)
    {
        var parameters = Parameters(decision);
        var list = Ids.In(decided.Keys, "id", parameters);
        var rows = decided.Values.Select((sequence, index) =>
        {
            parameters.Add($"sequence{index}", sequence);
            return $"(@id{index}, @sequence{index}, @decision, @state, @moderator, @at, @note, @reason, @act, @undoes, @release, COALESCE(@release, @at))";
        });
        // One that waits for its release would be published although a newer one already stands.
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            UPDATE decisions SET withdrawn_at = @at, published_at = @at
            WHERE published_at IS NULL AND next_attempt_at = release_at AND comment_id IN {list};

            INSERT INTO decisions (comment_id, sequence, decision, state, decided_by, decided_at, note, reason, act_id, undoes, release_at, next_attempt_at)
            VALUES {string.Join(", ", rows)};

            UPDATE case_marks SET state = @state WHERE comment_id IN {list};
            UPDATE case_texts SET state = @state WHERE comment_id IN {list};
            DELETE FROM leases WHERE comment_id IN {list};
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
    }

    private static DynamicParameters Parameters(NewDecision decision)
    {
        var parameters = new DynamicParameters(new
        {
            state = ModeratorDecision.StateOf(decision.Decision),
            decision = decision.Decision,
            moderator = decision.Moderator,
            at = decision.At.ToUnixTimeMilliseconds(),
            note = decision.Note,
            reason = decision.Reason,
            act = decision.ActId?.ToString(),
        });
        parameters.Add("undoes", decision.Undoes, DbType.Int64);
        parameters.Add("release", decision.ReleaseAt?.ToUnixTimeMilliseconds(), DbType.Int64);
        return parameters;
    }
}
