using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Stores;

namespace Moderation.Learner.Log;

/// <summary>Reads the logs, each time as they are in one moment.</summary>
internal sealed class LogReader([FromKeyedServices(LearnerModule.Name)] DbDataSource database)
{
    private const string Columns = "number, comment_id AS commentId, sequence, is_abuse AS isAbuse, is_spam AS isSpam, moderator";

    /// <summary>The number of the newest entry of each site that has a log.</summary>
    public async Task<IReadOnlyDictionary<string, long>> NewestAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Site, long Newest)>(new CommandDefinition("SELECT site_id, newest FROM logs", cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Site, row => row.Newest, StringComparer.Ordinal);
    }

    /// <summary>What was added after an entry.</summary>
    public async Task<LogEnd> EndAsync(string site, long after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginSnapshotAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            SELECT newest FROM logs WHERE site_id = @site;

            SELECT count(*) FROM changes WHERE site_id = @site AND number > @after;

            SELECT {Columns}, text, (SELECT count(*) FROM lessons AS other WHERE other.comment_id = lessons.comment_id) AS ofComment
            FROM lessons WHERE site_id = @site AND number > @after ORDER BY number;
            """,
            new { site, after },
            moment,
            cancellationToken: cancellationToken));
        var newest = await results.ReadSingleAsync<long>();
        var changes = await results.ReadSingleAsync<long>();
        var rows = (await results.ReadAsync<Row>()).ToList();
        return new LogEnd(
            newest,
            changes == 0 && rows.TrueForAll(row => row.OfComment == 1),
            [.. rows.Select(row => (row.ToTaught(), StoredText.Read(row.Text!)))]);
    }

    /// <summary>Reads a log from its beginning.</summary>
    /// <param name="site">Whose log.</param>
    /// <param name="most">How many lessons count at most.</param>
    /// <param name="begin">Is told what counts, and says who learns it: each lesson is given to them in order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The number of the newest entry.</returns>
    public async Task<long> ReplayAsync(string site, int most, Func<InForce, Action<Taught, string>> begin, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginSnapshotAsync(cancellationToken);
        long newest;
        List<Change> changes;
        List<Taught> taught;
        await using (var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            SELECT newest FROM logs WHERE site_id = @site;

            SELECT number, change AS kind, target, moderator, requested_by AS requestedBy FROM changes WHERE site_id = @site ORDER BY number;

            SELECT {Columns} FROM lessons WHERE site_id = @site ORDER BY number;
            """,
            new { site },
            moment,
            cancellationToken: cancellationToken)))
        {
            newest = await results.ReadSingleAsync<long>();
            changes = [.. await results.ReadAsync<Change>()];
            taught = [.. (await results.ReadAsync<Row>()).Select(row => row.ToTaught())];
        }

        var inForce = InForce.Of(newest, changes, taught, most);
        var learn = begin(inForce);
        if (inForce.Lessons.Count == 0)
        {
            return newest;
        }

        var next = 0;
        var texts = connection.QueryUnbufferedAsync<(long Number, string Text)>(
            "SELECT number, text FROM lessons WHERE site_id = @site AND number >= @first ORDER BY number",
            new { site, first = inForce.Lessons[0].Number },
            moment);
        await foreach (var (number, text) in texts.WithCancellation(cancellationToken))
        {
            if (next < inForce.Lessons.Count && number == inForce.Lessons[next].Number)
            {
                learn(inForce.Lessons[next++], StoredText.Read(text));
            }
        }

        return newest;
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required string CommentId { get; init; }

        public required long Sequence { get; init; }

        public required long? IsAbuse { get; init; }

        public required long? IsSpam { get; init; }

        public required string Moderator { get; init; }

        public string? Text { get; init; }

        public long OfComment { get; init; }

        public Taught ToTaught() => new()
        {
            Number = Number,
            CommentId = CommentId,
            Sequence = Sequence,
            IsAbuse = IsAbuse is { } abuse ? abuse == 1 : null,
            IsSpam = IsSpam is { } spam ? spam == 1 : null,
            Moderator = Moderator,
        };
    }
}

/// <summary>The end of a log.</summary>
/// <param name="Newest">The number of the newest entry.</param>
/// <param name="IsOnlyNew">Whether it only adds to what was before: no change, and no comment that was taught before.</param>
/// <param name="Lessons">With their texts, in order.</param>
internal sealed record LogEnd(long Newest, bool IsOnlyNew, IReadOnlyList<(Taught Taught, string Text)> Lessons);
