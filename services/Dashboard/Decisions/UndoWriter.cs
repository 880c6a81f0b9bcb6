using System.Data.Common;
using Dapper;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Decisions;

/// <summary>Puts cases back as they were before decisions that nobody outside has heard of.</summary>
internal static class UndoWriter
{
    /// <summary>How the history calls it.</summary>
    public const string Undo = "undo";

    /// <returns>False when a relay or another moderator was faster with one of them: the transaction is to be rolled back.</returns>
    public static async Task<bool> TakeBackAsync(
        DbTransaction transaction, IReadOnlyList<PastDecisions> histories, string moderator, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (histories.Count == 0)
        {
            return true;
        }

        var parameters = new DynamicParameters(new { moderator, now = now.ToUnixTimeMilliseconds(), undo = Undo });
        var list = Ids.In(histories.Select(history => history.Id), "id", parameters);
        var before = histories.Select((history, index) => Before(history, index, parameters)).ToList();
        var restored = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            UPDATE cases
            SET state = before.column3, decided_by = before.column4, decided_at = before.column5, sequence = sequence + 1, changed_at = @now
            FROM (VALUES {string.Join(", ", before)}) AS before
            WHERE id = before.column1 AND sequence = before.column2 AND erased_at IS NULL
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        var withdrawn = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            UPDATE decisions SET withdrawn_at = @now, published_at = @now
            WHERE (comment_id, sequence) IN (VALUES {string.Join(", ", histories.Select((_, index) => $"(@id{index}, @sequence{index})"))})
                AND published_at IS NULL AND next_attempt_at = release_at
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        if (restored != histories.Count || withdrawn != histories.Count)
        {
            return false;
        }

        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO decisions (comment_id, sequence, decision, state, decided_by, decided_at, undoes, published_at, withdrawn_at, next_attempt_at)
            SELECT id, sequence, @undo, state, @moderator, @now, sequence - 1, @now, @now, @now FROM cases WHERE id IN {list};

            UPDATE case_marks SET state = (SELECT state FROM cases WHERE cases.id = case_marks.comment_id) WHERE comment_id IN {list};
            UPDATE case_texts SET state = (SELECT state FROM cases WHERE cases.id = case_texts.comment_id) WHERE comment_id IN {list};
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        await AuditLog.AppendDecisionsAsync(transaction, [.. histories.Select(history => (history.Id, history.Sequence + 1))], now, cancellationToken);
        return true;
    }

    private static string Before(PastDecisions history, int index, DynamicParameters parameters)
    {
        var origin = history.Origin(history.Before!);
        parameters.Add($"sequence{index}", history.Sequence);
        parameters.Add($"state{index}", history.Before!.State);
        parameters.Add($"by{index}", origin.DecidedBy);
        parameters.Add($"at{index}", origin.DecidedAt);
        return $"(@id{index}, @sequence{index}, @state{index}, @by{index}, @at{index})";
    }
}
