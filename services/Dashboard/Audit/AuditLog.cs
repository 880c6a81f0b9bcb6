using System.Data.Common;
using Dapper;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Audit;

/// <summary>Where every act is written, in the act's own transaction: neither is there without the other. <see cref="SealEntries"/> chains it within a second.</summary>
internal static class AuditLog
{
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, AuditEntry entry, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO audit_unsealed (id, at, who, what, kind, subject, state_before, state_after, detail)
            VALUES (@id, @at, @who, @what, @kind, @subject, @before, @after, @detail)
            """,
            new
            {
                id = NewId(entry.At),
                at = entry.At.ToUnixTimeMilliseconds(),
                who = SearchText.Storable(entry.Who),
                what = entry.What,
                kind = entry.Kind,
                subject = SearchText.Storable(entry.Subject),
                before = Storable(entry.Before),
                after = Storable(entry.After),
                detail = Storable(entry.Detail),
            },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Writes what the row of <c>decisions</c> says that this transaction has just made.</summary>
    /// <param name="connection">To the dashboard's database.</param>
    /// <param name="transaction">The decision's own.</param>
    /// <param name="comment">Decided on.</param>
    /// <param name="sequence">The decision's.</param>
    /// <param name="ruleset">That the rules judged by; null for the decision of a person.</param>
    /// <param name="now">When an imported decision came in: it was made long ago and elsewhere.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task AppendDecisionAsync(
        DbConnection connection, DbTransaction transaction, Guid comment, long sequence, string? ruleset, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO audit_unsealed (id, at, who, what, kind, subject, state_before, state_after, detail)
            SELECT @id, CASE WHEN decided_by = @import THEN @now ELSE decided_at END, decided_by, decision, 'comment', comment_id,
                   (SELECT earlier.state FROM decisions earlier
                    WHERE earlier.comment_id = decisions.comment_id AND earlier.sequence < decisions.sequence ORDER BY earlier.sequence DESC LIMIT 1),
                   state, @ruleset
            FROM decisions WHERE comment_id = @comment AND sequence = @sequence
            """,
            new
            {
                id = NewId(now),
                comment = comment.ToString(),
                sequence,
                ruleset,
                now = now.ToUnixTimeMilliseconds(),
                import = IDecision.Import,
            },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Writes what rows of <c>decisions</c> say that this transaction has just made, all at once.</summary>
    public static Task AppendDecisionsAsync(
        DbTransaction transaction, IReadOnlyCollection<(string Comment, long Sequence)> made, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        var values = made.Select((decision, index) =>
        {
            parameters.Add($"id{index}", NewId(now));
            parameters.Add($"comment{index}", decision.Comment);
            parameters.Add($"sequence{index}", decision.Sequence);
            return $"(@id{index}, @comment{index}, @sequence{index})";
        });
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO audit_unsealed (id, at, who, what, kind, subject, state_before, state_after, detail)
            SELECT made.column1, decided_at, decided_by, decision, 'comment', comment_id,
                   (SELECT earlier.state FROM decisions earlier
                    WHERE earlier.comment_id = decisions.comment_id AND earlier.sequence < decisions.sequence ORDER BY earlier.sequence DESC LIMIT 1),
                   state, CASE WHEN undoes IS NULL THEN act_id ELSE 'undoes ' || CAST(undoes AS text) END
            FROM (VALUES {string.Join(", ", values)}) AS made JOIN decisions ON comment_id = made.column2 AND sequence = made.column3
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
    }

    // Ids sort by time, and so entries are sealed in about the order of their acts.
    private static string NewId(DateTimeOffset at) => Guid.CreateVersion7(at).ToString();

    private static string? Storable(string? text) => text is null ? null : SearchText.Storable(text);
}
