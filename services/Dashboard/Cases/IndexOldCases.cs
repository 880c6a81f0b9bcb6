using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>Gives cases filed by an earlier version what the queue is sorted and filtered by. Several instances may do it side by side.</summary>
internal sealed class IndexOldCases(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time, ILogger<IndexOldCases> logger) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await IndexSomeAsync(stoppingToken) == BatchSize)
                {
                }

                return;
            }
            catch (DbException exception)
            {
                logger.LogWarning("Old cases cannot be found by word, rule or label yet: {Reason}", exception.Message);
                await Task.Delay(_pause, time, stoppingToken);
            }
        }
    }

    private async Task<int> IndexSomeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT id, sequence, comment, verdict FROM cases WHERE changed_at = 0 LIMIT @limit",
            new { limit = BatchSize },
            cancellationToken: cancellationToken))).ToList();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var row in rows.OrderBy(row => row.Id, StringComparer.Ordinal))
        {
            var verdict = StoredJson.Read<Verdict>(row.Verdict);
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO case_texts (comment_id, site_id, state, submitted_at, text)
                SELECT id, site_id, state, submitted_at, search_text FROM cases WHERE id = @id AND changed_at = 0 AND erased_at IS NULL
                ON CONFLICT (comment_id) DO NOTHING;

                UPDATE cases SET score = @score, language = @language, changed_at = decided_at, search_text = '' WHERE id = @id AND changed_at = 0;
                """,
                new { id = row.Id, score = verdict.Score, language = StoredJson.Read<CommentSubmitted>(row.Comment).Language },
                transaction,
                cancellationToken: cancellationToken));
            await CaseMarks.SaveAsync(connection, transaction, Guid.Parse(row.Id), row.Sequence, verdict, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private sealed record Row(string Id, long Sequence, string Comment, string Verdict);
}
