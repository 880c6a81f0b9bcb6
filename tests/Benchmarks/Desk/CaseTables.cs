using System.Data.Common;
using Moderation.Dashboard.Cases;
using Moderation.Hosting.Sites;
using Npgsql;

namespace Moderation.Benchmarks.Desk;

/// <summary>Fills the dashboard's tables past its own statements, as fast as the database takes rows.</summary>
internal static class CaseTables
{
    private static readonly (string Table, string[] Columns, Func<MadeCase, IEnumerable<object?[]>> Rows)[] _tables =
    [
        ("cases",
            ["id", "site_id", "page_id", "author_name", "author_email", "author_key", "search_text", "state", "sequence", "decided_by", "decided_at",
                "submitted_at", "filed_at", "changed_at", "score", "language", "comment", "verdict"],
            CaseRows),
        ("case_texts", ["comment_id", "site_id", "state", "submitted_at", "text"], TextRows),
        ("case_marks", ["comment_id", "kind", "name", "score", "total", "site_id", "state", "submitted_at"], MarkRows),
        ("decisions", ["comment_id", "sequence", "decision", "state", "decided_by", "decided_at", "published_at", "next_attempt_at"], DecisionRows),
    ];

    public static async Task FillAsync(DbDataSource database, IReadOnlyList<MadeCase> cases)
    {
        await using var connection = await database.OpenConnectionAsync();
        foreach (var (table, columns, rows) in _tables)
        {
            if (connection is NpgsqlConnection postgres)
            {
                await CopyAsync(postgres, table, columns, cases.SelectMany(rows));
            }
            else
            {
                await InsertAsync(connection, table, columns, cases.SelectMany(rows));
            }
        }

        await using var analyze = connection.CreateCommand();
        analyze.CommandText = connection is NpgsqlConnection ? "VACUUM ANALYZE" : "ANALYZE";
        analyze.CommandTimeout = 600;
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.WriteRowAsync(default, row);
        }

        await writer.CompleteAsync();
    }

    private static async Task InsertAsync(DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{column}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
            {
                command.Parameters[index].Value = row[index] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static IEnumerable<object?[]> CaseRows(MadeCase made)
    {
        var comment = made.Comment;
        var at = comment.SubmittedAt.ToUnixTimeMilliseconds();
        yield return
        [
            comment.CommentId.ToString(), comment.SiteId, comment.Page.Id, comment.Author.Name, comment.Author.Email, Key(comment.Author.Email), "",
            made.State, 1L, "rules", at + 20, at, at + 30, at + 30, made.Verdict.Score, comment.Language, StoredJson.Of(comment), StoredJson.Of(made.Verdict),
        ];
    }

    private static IEnumerable<object?[]> TextRows(MadeCase made)
    {
        yield return [made.Comment.CommentId.ToString(), made.Comment.SiteId, made.State, made.Comment.SubmittedAt.ToUnixTimeMilliseconds(), SearchText.Of(made.Comment)];
    }

    private static IEnumerable<object?[]> MarkRows(MadeCase made)
    {
        var at = made.Comment.SubmittedAt.ToUnixTimeMilliseconds();
        foreach (var finding in made.Verdict.Findings)
        {
            yield return Row(CaseMarks.Rule, finding.Rule, finding.Score);
        }

        foreach (var label in made.Verdict.Findings.SelectMany(finding => finding.Labels).Distinct(StringComparer.Ordinal))
        {
            yield return Row(CaseMarks.Label, label, 0);
        }

        object?[] Row(string kind, string name, double score) =>
            [made.Comment.CommentId.ToString(), kind, name, score, made.Verdict.Score, made.Comment.SiteId, made.State, at];
    }

    private static IEnumerable<object?[]> DecisionRows(MadeCase made)
    {
        var at = made.Comment.SubmittedAt.ToUnixTimeMilliseconds();
        var decision = made.State switch { "held" => "hold", "approved" => "approve", _ => "reject" };
        yield return [made.Comment.CommentId.ToString(), 1L, decision, made.State, "rules", at + 20, at + 30, at + 30];
    }

    private static string? Key(string? email) => email is null ? null : AuthorKey.Of(DeskSystem.Site, email);
}
