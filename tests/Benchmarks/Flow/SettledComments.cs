using System.Diagnostics;
using Dapper;
using Npgsql;

namespace Moderation.Benchmarks.Flow;

/// <summary>Reads from the services' own tables what became of the comments.</summary>
internal sealed class SettledComments(string postgres)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until every service has this many decided comments.</summary>
    /// <returns>False when nothing has moved for a minute.</returns>
    public async Task<bool> WaitAsync(long comments)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        var last = (Count: -1L, At: Stopwatch.GetTimestamp());
        while (true)
        {
            var counts = await connection.QuerySingleAsync<(long Published, long Filed, long Told)>(
                """
                SELECT (SELECT count(*) FROM publisher.comments), (SELECT count(*) FROM dashboard.cases),
                       (SELECT count(*) FROM submission.comments WHERE decided_at IS NOT NULL)
                """);
            if (Math.Min(counts.Published, Math.Min(counts.Filed, counts.Told)) >= comments)
            {
                return true;
            }

            var sum = counts.Published + counts.Filed + counts.Told;
            if (sum != last.Count)
            {
                last = (sum, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(last.At) > _patience)
            {
                return false;
            }

            await Task.Delay(_pause);
        }
    }

    /// <summary>Everything that is published.</summary>
    public async Task<IReadOnlyList<PublishedComment>> ReadAsync()
    {
        await using var connection = new NpgsqlConnection(postgres);
        var rows = await connection.QueryAsync<(string Id, string Body, long At)>(
            "SELECT id, body, published_at FROM publisher.comments WHERE state = 'published'");
        return [.. rows.Select(row => new PublishedComment(row.Id, row.Body, DateTimeOffset.FromUnixTimeMilliseconds(row.At)))];
    }
}

/// <param name="Id">The comment's id.</param>
/// <param name="Text">As the public sees it.</param>
/// <param name="PublishedAt">Taken by the publisher just before it writes, in whole milliseconds.</param>
internal sealed record PublishedComment(string Id, string Text, DateTimeOffset PublishedAt);
