using System.Data.Common;
using Dapper;

namespace Moderation.Dashboard.Tests;

/// <summary>Everything a database holds.</summary>
internal static class Tables
{
    /// <summary>All rows of the dashboard's tables about comments, as one text.</summary>
    public static string Of(DbDataSource database)
    {
        using var connection = database.OpenConnection();
        return string.Join('\n', new[] { "cases ORDER BY id", "decisions ORDER BY comment_id, sequence", "erased_authors", "case_marks ORDER BY comment_id, kind, name", "case_texts ORDER BY comment_id" }
            .SelectMany(table => connection.Query($"SELECT * FROM {table}")));
    }
}
