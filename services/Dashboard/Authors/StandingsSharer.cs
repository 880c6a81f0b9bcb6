using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Dashboard.Authors;

/// <summary>Leaves the standings of a site where the workers look for them, whole and only if they are newer than what is there.</summary>
internal sealed class StandingsSharer(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, SiteList sites, IConnectionMultiplexer redis, ILogger<StandingsSharer> logger)
{
    private const string Replace = """
        local there = redis.call('HGET', KEYS[1], 'version')
        if there and tonumber(there) >= tonumber(ARGV[2]) then return 0 end
        redis.call('DEL', KEYS[1])
        for field = 1, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[field], ARGV[field + 1]) end
        return 1
        """;

    /// <summary>A part of the transaction that changes a standing. Larger than any before, also where the clock went back.</summary>
    public static Task NewVersionAsync(DbConnection connection, DbTransaction transaction, string siteId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO standing_versions (site_id, version) VALUES (@siteId, @now)
            ON CONFLICT (site_id) DO UPDATE
            SET version = CASE WHEN excluded.version > standing_versions.version THEN excluded.version ELSE standing_versions.version + 1 END
            """,
            new { siteId, now = now.ToUnixTimeMilliseconds() },
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>Whether Redis has taken them.</returns>
    public async Task<bool> ShareAsync(string siteId, CancellationToken cancellationToken)
    {
        if (!sites.TryGet(siteId, out var site))
        {
            return false;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The version is read first: standings newer than it do no harm, older ones would stay.
        var version = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT version FROM standing_versions WHERE site_id = @siteId", new { siteId }, cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<(string Subject, string Standing)>(new CommandDefinition(
            "SELECT subject, standing FROM author_standings WHERE site_id = @siteId", new { siteId }, cancellationToken: cancellationToken));
        var fields = rows.Select(row => (Field: FieldOf(site, row.Subject), Standing: AuthorStanding.Of(row.Standing) ?? default)).ToList();
        RedisValue[] arguments =
            [SharedStandings.Version, version ?? 0, .. fields.Where(field => field.Field is not null).SelectMany(field => new RedisValue[] { field.Field, (int)field.Standing })];
        try
        {
            await redis.GetDatabase().ScriptEvaluateAsync(Replace, [SharedStandings.Key(siteId)], arguments);
            return true;
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            logger.LogWarning("The workers do not know the newest standings of {SiteId} yet: {Reason}", siteId, exception.Message);
            return false;
        }
    }

    /// <summary>Shares those that Redis does not have, or not the newest of: it was down, or lost them.</summary>
    public async Task ShareMissingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var versions = await connection.QueryAsync<(string SiteId, long Version)>(new CommandDefinition(
            "SELECT site_id, version FROM standing_versions", cancellationToken: cancellationToken));
        foreach (var (siteId, version) in versions)
        {
            if (sites.TryGet(siteId, out _)
                && (long?)await redis.GetDatabase().HashGetAsync(SharedStandings.Key(siteId), SharedStandings.Version) is var shared
                && !(shared >= version))
            {
                await ShareAsync(siteId, cancellationToken);
            }
        }
    }

    private static string? FieldOf(Site site, string subject) =>
        AuthorStanding.KeyIn(subject) is { } key ? SharedStandings.OfAuthor(key)
        : AddressRange.TryParse(AuthorStanding.RangeIn(subject), out var range) ? SharedStandings.OfRange(site, range)
        : null;
}
