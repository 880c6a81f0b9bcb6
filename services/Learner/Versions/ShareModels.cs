using Moderation.Hosting.Models;
using StackExchange.Redis;

namespace Moderation.Learner.Versions;

/// <summary>Puts models where workers and desks look for them, all of one at once, and tells the workers.</summary>
internal sealed class ShareModels(IConnectionMultiplexer redis)
{
    // Only ever a newer one: another learner may have been faster. What is no number of a version is somebody else's, and counts for nothing.
    private const string Script =
        """
        local there = redis.call('HGET', KEYS[1], ARGV[1]) or ''
        if string.match(there, '^%d+$') and #there <= 15 and tonumber(there) >= tonumber(ARGV[2]) then return 0 end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6])
        redis.call('PUBLISH', ARGV[7], ARGV[8])
        return 1
        """;

    // Lua counts no further without gaps.
    private const long Highest = 999_999_999_999_999;

    /// <summary>The number of the version that is there; 0 when none is.</summary>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    public async Task<long> VersionAsync(string site)
    {
        var there = await OnHashAsync(site, (database, key) => database.HashGetAsync(key, SharedModels.Version));
        return there.TryParse(out long version) && version is > 0 and <= Highest ? version : 0;
    }

    /// <summary>Whether a version, if it is there, is there as it was put there.</summary>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    public async Task<bool> IsWholeAsync(string site, SharedModel model)
    {
        var there = await redis.GetDatabase().HashGetAsync(SharedModels.Key(site), [SharedModels.Version, SharedModels.Model, SharedModels.Report]);
        return there[0] != model.Version || (there[1] == model.Model && Reports.IsReadable((byte[]?)there[2]));
    }

    /// <summary>Does nothing when it is there already, or a newer one.</summary>
    /// <returns>Whether it was put there now.</returns>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    public async Task<bool> ShareAsync(string site, SharedModel model) => (int)await redis.GetDatabase().ScriptEvaluateAsync(
        Script,
        [SharedModels.Key(site)],
        [SharedModels.Version, model.Version, SharedModels.Model, model.Model, SharedModels.Report, model.Report, SharedModels.Channel, site]) == 1;

    /// <summary>Tells of a site that nothing was learned yet, where nothing is told yet.</summary>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    public Task ShareAsync(string site, byte[] report) =>
        OnHashAsync(site, (database, key) => database.HashSetAsync(key, SharedModels.Report, report, When.NotExists));

    // Somebody may have put something else in its place.
    private async Task<T> OnHashAsync<T>(string site, Func<IDatabase, RedisKey, Task<T>> act)
    {
        var (database, key) = (redis.GetDatabase(), (RedisKey)SharedModels.Key(site));
        try
        {
            return await act(database, key);
        }
        catch (RedisServerException exception) when (SharedModels.IsOfAnotherKind(exception))
        {
            await database.KeyDeleteAsync(key);
            return await act(database, key);
        }
    }
}

/// <summary>A model as it is shared.</summary>
/// <param name="Version">The number of its version.</param>
/// <param name="Model">As it is stored.</param>
/// <param name="Report">As JSON.</param>
internal sealed record SharedModel(long Version, byte[] Model, byte[] Report);
