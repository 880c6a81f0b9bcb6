using System.Data.Common;
using Dapper;
using Moderation.Dashboard.Cases;

namespace Moderation.Benchmarks.Desk;

/// <summary>How PostgreSQL goes about each of the queries.</summary>
internal static class Plans
{
    public static async Task WriteAsync(DbDataSource database, string file)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var writer = new StreamWriter(file);
        foreach (var asked in DeskQuery.All(DateTimeOffset.UtcNow))
        {
            var selection = CaseSelection.Of(asked.Query, isSqlite: false);
            var sql = selection.Page(CaseRow.Columns);
            await writer.WriteLineAsync($"== {asked.Name}\n{sql}\n");
            var plan = await connection.QueryAsync<string>($"EXPLAIN (ANALYZE, BUFFERS) {sql}", selection.Parameters);
            await writer.WriteLineAsync($"{string.Join('\n', plan)}\n");
        }
    }
}
