using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting;
using StackExchange.Redis;

namespace Moderation.Dashboard.Rules;

/// <summary>Puts the newest version of the changes where the workers look for them, and tells them.</summary>
internal sealed class PutRulesInForce
{
    // Only if nobody was there since it was looked at: another instance may have put a newer version.
    private const string Script =
        """
        if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[3], ARGV[4], ARGV[5])
        redis.call('PUBLISH', ARGV[6], ARGV[3])
        return 1
        """;

    private readonly RulesVersions _versions;
    private readonly IConnectionMultiplexer _redis;
    private readonly ILogger<PutRulesInForce> _logger;
    private volatile Known? _known;

    /// <exception cref="InvalidConfigurationException"><c>Rules:Source</c> is neither <c>desk</c> nor <c>files</c>.</exception>
    public PutRulesInForce(RulesVersions versions, IConnectionMultiplexer redis, IConfiguration configuration, ILogger<PutRulesInForce> logger)
    {
        (_versions, _redis, _logger) = (versions, redis, logger);
        FilesOnly = RulesOrigin.IsFilesOnly(configuration);
    }

    /// <summary>Whether the operator wants the files to be all there is: then no changes are in force, whatever was saved.</summary>
    public bool FilesOnly { get; }

    /// <summary>What workers name their rules by once they have taken over the version.</summary>
    public string StampOf(RulesVersion version) => FilesOnly ? "files" : Known.Of(version).Stamp;

    /// <summary>Does nothing when it is there already.</summary>
    /// <returns>Whether it is there now.</returns>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    public async Task<bool> PutAsync(CancellationToken cancellationToken)
    {
        var redis = _redis.GetDatabase();
        var seen = (string?)await redis.HashGetAsync(RulesInForce.Key, RulesInForce.Stamp) ?? "";
        var wanted = await WantedAsync(cancellationToken);
        if (seen == wanted.Stamp)
        {
            return true;
        }

        var isPut = (int)await redis.ScriptEvaluateAsync(
            Script, [RulesInForce.Key], [RulesInForce.Stamp, seen, wanted.Stamp, RulesInForce.Document, wanted.Document, RulesInForce.Channel]) == 1;
        if (isPut)
        {
            _logger.LogInformation("Version {Version} of the changes of the rules is in force.", wanted.Version);
        }

        return isPut;
    }

    private async Task<Known> WantedAsync(CancellationToken cancellationToken)
    {
        if (FilesOnly)
        {
            return Known.Files;
        }

        var known = _known;
        if (known is null || known.Version != await _versions.LatestNumberAsync(cancellationToken))
        {
            _known = known = Known.Of(await _versions.LatestAsync(cancellationToken));
        }

        return known;
    }

    private sealed record Known(long Version, string Stamp, string Document)
    {
        public static readonly Known Files = Of(RulesVersion.None) with { Stamp = "files" };

        public static Known Of(RulesVersion version)
        {
            var document = JsonSerializer.Serialize(version.Overlay, JsonSerializerOptions.Web);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))[..6]);
            return new Known(version.Version, string.Create(CultureInfo.InvariantCulture, $"{version.Version}-{hash}"), document);
        }
    }
}
