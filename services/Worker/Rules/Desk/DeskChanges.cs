using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting;
using StackExchange.Redis;

namespace Moderation.Worker.Rules.Desk;

/// <summary>
/// What was changed at the desk, as Redis has it. While Redis is down, or has lost it, what is known stays in force. A worker that never
/// found anything does not know what is in force; see <see cref="DeskUnknown"/>.
/// </summary>
internal sealed class DeskChanges : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    private readonly IConnectionMultiplexer _redis;
    private readonly RulesOnTrial _rules;
    private readonly TimeProvider _time;
    private readonly ILogger<DeskChanges> _logger;
    private readonly SemaphoreSlim _one = new(1);
    private volatile string? _stamp;
    private long _lookedAt = long.MinValue;

    /// <exception cref="InvalidConfigurationException"><c>Rules:Source</c> is neither <c>desk</c> nor <c>files</c>.</exception>
    public DeskChanges(IConnectionMultiplexer redis, RulesOnTrial rules, IConfiguration configuration, TimeProvider time, ILogger<DeskChanges> logger)
    {
        (_redis, _rules, _time, _logger) = (redis, rules, time, logger);
        FilesOnly = RulesOrigin.IsFilesOnly(configuration);
    }

    /// <summary>Whether the operator wants the files to be all there is.</summary>
    public bool FilesOnly { get; }

    /// <summary>Null while nothing is known.</summary>
    public string? Stamp => _stamp;

    /// <summary>Whether the rules in force have what the desk wants, as far as anybody told.</summary>
    public async ValueTask<bool> AreKnownAsync()
    {
        if (FilesOnly || _stamp is not null)
        {
            return true;
        }

        // Not every comment of an outage asks.
        if (_lookedAt == long.MinValue || _time.GetElapsedTime(_lookedAt) >= _pause)
        {
            await LookAsync();
        }

        return _stamp is not null;
    }

    /// <summary>Takes over what Redis has. Never fails for want of Redis.</summary>
    public async Task LookAsync()
    {
        await _one.WaitAsync();
        try
        {
            var stamp = await _redis.GetDatabase().HashGetAsync(RulesInForce.Key, RulesInForce.Stamp);
            if (!stamp.IsNullOrEmpty && stamp != _stamp)
            {
                await TakeAsync();
            }
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            _logger.LogDebug("The desk's changes of the rules cannot be looked up: {Reason}", exception.Message);
        }
        catch (Exception exception) when (exception is JsonException or InvalidConfigurationException)
        {
            _logger.LogError("The desk's changes of the rules cannot be read, and what was in force stays: {Reason}", exception.Message);
        }
        finally
        {
            _lookedAt = _time.GetTimestamp();
            _one.Release();
        }
    }

    private async Task TakeAsync()
    {
        var found = await _redis.GetDatabase().HashGetAsync(RulesInForce.Key, [RulesInForce.Stamp, RulesInForce.Document]);
        if (found[0].IsNullOrEmpty || found[1].IsNullOrEmpty)
        {
            return;
        }

        var overlay = JsonSerializer.Deserialize<RulesOverlay>((string)found[1]!, JsonSerializerOptions.Web) ?? RulesOverlay.Empty;
        await Task.Run(() => _rules.PutInForce(overlay));
        _stamp = found[0];
    }

    public void Dispose() => _one.Dispose();
}
