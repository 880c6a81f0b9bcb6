using System.Data.Common;
using System.Runtime.CompilerServices;
using Moderation.Contracts;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard.Cases;

/// <summary>The comments of all cases, for programs that only read them.</summary>
public static class FiledComments
{
    /// <summary>Every comment on file that was not erased, oldest first, one at a time however many there are.</summary>
    /// <param name="databases">Those that the dashboard's is one of.</param>
    /// <param name="site">Only comments of this site; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DbException">The database cannot be read.</exception>
    public static async IAsyncEnumerable<FiledComment> ReadAsync(
        IDatabases databases, string? site, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var connection = await databases.Source(DashboardModule.Name).OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // Ids sort by the time of submission, and they have an index.
        // All columns of the decision: the database may be of an earlier version, without a reason, and is only read.
        command.CommandText =
            $"""
            SELECT cases.comment, cases.state, cases.decided_by AS standing, cases.verdict, decisions.*
            FROM cases LEFT JOIN decisions ON decisions.comment_id = cases.id AND decisions.sequence = cases.sequence
            {(site is null ? "" : "WHERE cases.site_id = @site")} ORDER BY cases.id
            """;
        if (site is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@site", site);
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            // Its author had it erased. Asked of the comment: the database may be of an earlier version, and is only read.
            if (StoredJson.Read<CommentSubmitted>(rows.GetString(0)) is { Body.Length: > 0 } comment)
            {
                yield return new FiledComment(comment, rows.GetString(1)) { Decision = DecisionOf(rows) };
            }
        }
    }

    private static FiledDecision? DecisionOf(DbDataReader row)
    {
        if (row.GetString(2) is IDecision.Rules or IDecision.Import || TextOf(row, "decision") is not { } decision)
        {
            return null;
        }

        var labels = StoredJson.Read<Verdict>(row.GetString(3)).Findings.SelectMany(finding => finding.Labels).Distinct(StringComparer.Ordinal);
        return new FiledDecision(decision, TextOf(row, "reason"), [.. labels]);
    }

    private static string? TextOf(DbDataReader row, string column)
    {
        var at = Enumerable.Range(0, row.FieldCount).FirstOrDefault(at => row.GetName(at) == column, -1);
        return at < 0 || row.IsDBNull(at) ? null : row.GetString(at);
    }
}
