using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Moderation.Hosting.Models;
using Moderation.Hosting.Sites;
using Moderation.Learning;
using StackExchange.Redis;

namespace Moderation.Worker.Learned;

/// <summary>Takes over the models that the learner leaves in Redis. While Redis is down, has lost one or has a damaged one, what is known stays in force.</summary>
internal sealed class SharedModelReader(
    IConnectionMultiplexer redis, SiteList sites, ModelsInForce models, TimeProvider time, ILogger<SharedModelReader> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentDictionary<string, RefusedModel> _refused = new(StringComparer.Ordinal);

    /// <summary>The models that could not be read, by site.</summary>
    public IReadOnlyDictionary<string, RefusedModel> Refused => _refused;

    /// <summary>Looks whether a site has another model. Never fails for want of Redis, nor for anything that stands there.</summary>
    public async Task LookAsync()
    {
        await _one.WaitAsync();
        try
        {
            var database = redis.GetDatabase();
            // All at once: a hundred sites are one round trip.
            var asked = sites.All.Select(site => (site.Id, Version: database.HashGetAsync(SharedModels.Key(site.Id), SharedModels.Version))).ToList();
            foreach (var (site, version) in asked)
            {
                await LookAsync(database, site, version);
            }
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            logger.LogDebug("The learned models cannot be looked up: {Reason}", exception.Message);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task LookAsync(IDatabase database, string site, Task<RedisValue> version)
    {
        try
        {
            var found = await version;
            if (found == models.VersionOf(site))
            {
                // The learner has put back what somebody had damaged.
                _refused.TryRemove(site, out _);
            }
            else if (!found.IsNullOrEmpty && found != _refused.GetValueOrDefault(site)?.Version)
            {
                await TakeAsync(database, site);
            }
        }
        catch (RedisServerException exception) when (SharedModels.IsOfAnotherKind(exception))
        {
            // No other site has to do without its model for that.
            Refuse(site, "(none)", "Something else stands in its place.");
        }
    }

    private async Task TakeAsync(IDatabase database, string site)
    {
        var found = await database.HashGetAsync(SharedModels.Key(site), [SharedModels.Version, SharedModels.Model, SharedModels.Report]);
        try
        {
            var next = await Task.Run(() => Read(found[0], found[1], found[2]));
            models.Put(site, next);
            _refused.TryRemove(site, out _);
            logger.LogInformation("Version {Version} of the model of site {Site} is in force: {Model}", next.Version, site, next.Model.Version);
        }
        catch (Exception exception) when (exception is InvalidModelException or JsonException)
        {
            Refuse(site, found[0], exception.Message);
        }
    }

    // Told once, though it is looked at every second.
    private void Refuse(string site, RedisValue version, string fault)
    {
        var refused = new RefusedModel(version, fault);
        if (_refused.GetValueOrDefault(site) != refused)
        {
            _refused[site] = refused;
            logger.LogError("Version {Version} of the model of site {Site} is refused and the one before stays in force: {Reason}", version, site, fault);
        }
    }

    private SiteModel Read(RedisValue version, RedisValue stored, RedisValue report)
    {
        var model = Model.Read(((ReadOnlyMemory<byte>)stored).Span);
        // Worked out here, so that no comment has to wait for it.
        _ = model.Version;
        return version.TryParse(out long number)
            ? new SiteModel(number, MadeAt(report) ?? time.GetUtcNow(), model)
            : throw new InvalidModelException($"'{version}' is no number of a version.");
    }

    private static DateTimeOffset? MadeAt(RedisValue report) =>
        report.IsNullOrEmpty ? null : JsonSerializer.Deserialize<Made>(((ReadOnlyMemory<byte>)report).Span, JsonSerializerOptions.Web)?.At;

    public void Dispose() => _one.Dispose();

    /// <summary>What of a <see cref="LearningReport"/> a worker needs.</summary>
    private sealed record Made(DateTimeOffset? At);
}

/// <param name="Version">As it stands in Redis.</param>
/// <param name="Fault">What is wrong with it, as a sentence.</param>
internal sealed record RefusedModel(RedisValue Version, string Fault);
