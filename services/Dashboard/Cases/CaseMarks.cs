using System.Data.Common;
using Dapper;
using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>The names under which a case is found again: its rules, those on trial, and the labels.</summary>
internal static class CaseMarks
{
    public const string Rule = "rule";
    public const string Shadow = "shadow";
    public const string Label = "label";

    /// <summary>Brings the state of marks and text in line with that of the case. A part of the statement that changes the case, with <c>@id</c>.</summary>
    public const string FollowState = """
        UPDATE case_marks SET state = (SELECT state FROM cases WHERE cases.id = case_marks.comment_id) WHERE comment_id = @id;
        UPDATE case_texts SET state = (SELECT state FROM cases WHERE cases.id = case_texts.comment_id) WHERE comment_id = @id
        """;

    /// <summary>Replaces the marks of a case, provided that the case stands as this decision left it.</summary>
    public static async Task SaveAsync(
        DbConnection connection, DbTransaction? transaction, Guid id, long sequence, Verdict verdict, CancellationToken cancellationToken)
    {
        var marks = Of(verdict);
        if (marks.Count == 0)
        {
            return;
        }

        var parameters = new DynamicParameters(new { id = id.ToString(), sequence });
        var values = marks.Select((mark, index) =>
        {
            parameters.Add($"kind{index}", mark.Kind);
            parameters.Add($"name{index}", mark.Name);
            parameters.Add($"score{index}", mark.Score);
            return $"(@kind{index}, @name{index}, @score{index})";
        });
        // The columns of VALUES have these names in PostgreSQL and in SQLite.
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            DELETE FROM case_marks WHERE comment_id = @id AND EXISTS (SELECT 1 FROM cases WHERE id = @id AND sequence = @sequence AND erased_at IS NULL);

            INSERT INTO case_marks (comment_id, kind, name, score, total, site_id, state, submitted_at)
            SELECT cases.id, mark.column1, mark.column2, mark.column3, cases.score, cases.site_id, cases.state, cases.submitted_at
            FROM cases, (VALUES {string.Join(", ", values)}) AS mark
            WHERE cases.id = @id AND cases.sequence = @sequence AND cases.erased_at IS NULL;
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
    }

    private static List<Mark> Of(Verdict verdict) =>
    [
        .. verdict.Findings.GroupBy(finding => finding.Rule, StringComparer.Ordinal).Select(found => new Mark(Rule, found.Key, found.Sum(finding => finding.Score))),
        .. verdict.Shadow.GroupBy(finding => finding.Rule, StringComparer.Ordinal).Select(found => new Mark(Shadow, found.Key, found.Sum(finding => finding.Score))),
        .. verdict.Findings.SelectMany(finding => finding.Labels).Distinct(StringComparer.Ordinal).Select(label => new Mark(Label, label, 0)),
    ];

    private sealed record Mark(string Kind, string Name, double Score);
}
