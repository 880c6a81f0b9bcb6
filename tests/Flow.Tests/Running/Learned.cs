using Dapper;
using Moderation.Hosting.Models;
using Npgsql;
using StackExchange.Redis;

namespace Moderation.Flow.Tests.Running;

/// <summary>What the learner keeps of the demo site: the log in PostgreSQL, the model in Redis.</summary>
internal sealed class Learned(string postgres, string redis)
{
    // None of before an outage is used after it.
    private readonly string _postgres = new NpgsqlConnectionStringBuilder(postgres) { Pooling = false }.ConnectionString;

    /// <summary>What stands in the log of some comments, in its order.</summary>
    public async Task<IReadOnlyList<WrittenLesson>> LogAsync(IEnumerable<Guid> comments)
    {
        await using var connection = new NpgsqlConnection(_postgres);
        return [.. await connection.QueryAsync<WrittenLesson>(
            """
            SELECT comment_id::uuid AS CommentId, sequence AS Sequence, is_abuse = 1 AS IsAbuse, is_spam = 1 AS IsSpam
            FROM learner.lessons WHERE comment_id = ANY(@ids) ORDER BY number
            """,
            new { ids = comments.Select(id => id.ToString()).ToList() })];
    }

    /// <summary>Returns when so many entries of the log are about some comments.</summary>
    public Task HasAsync(IEnumerable<Guid> comments, int count) => Eventually.GetAsync(
        async () => (await LogAsync(comments)).Count, written => written >= count);

    /// <summary>How many messages no service could deal with.</summary>
    public async Task<long> DeadAsync()
    {
        await using var connection = new NpgsqlConnection(_postgres);
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM dashboard.dead_messages");
    }

    /// <summary>The version of the model in which all of the log is, as soon as there is one.</summary>
    public async Task<string> NewestAsync() => (await Eventually.GetAsync(FindNewestAsync, newest => newest is not null))!;

    /// <summary>What workers find in Redis; empty while there is nothing.</summary>
    public async Task<(long Version, byte[] Model)> SharedAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var found = await connection.GetDatabase().HashGetAsync(SharedModels.Key("demo"), [SharedModels.Version, SharedModels.Model]);
        return ((long)found[0], (byte[]?)found[1] ?? []);
    }

    /// <summary>Leaves the version of the model and report as they are.</summary>
    public async Task DamageSharedAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        await connection.GetDatabase().HashSetAsync(SharedModels.Key("demo"), SharedModels.Model, "no model at all");
    }

    public async Task LoseSharedAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        await connection.GetDatabase().KeyDeleteAsync(SharedModels.Key("demo"));
    }

    private async Task<string?> FindNewestAsync()
    {
        await using var connection = new NpgsqlConnection(_postgres);
        return await connection.ExecuteScalarAsync<string?>(
            """
            SELECT model FROM learner.versions JOIN learner.logs USING (site_id)
            WHERE site_id = 'demo' AND number = newest ORDER BY version DESC LIMIT 1
            """);
    }
}

/// <summary>A decision as the log has it.</summary>
internal sealed record WrittenLesson(Guid CommentId, long Sequence, bool? IsAbuse, bool? IsSpam);
