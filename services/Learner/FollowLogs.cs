using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Hosting.Sites;
using Moderation.Learner.Log;
using Moderation.Learner.Pupils;
using Moderation.Learner.Versions;
using Moderation.Learning;
using StackExchange.Redis;

namespace Moderation.Learner;

/// <summary>Follows the logs of all sites: when it is told, and a few times a second, for what other learners wrote down.</summary>
internal sealed class FollowLogs(
    LogReader log,
    VersionStore versions,
    ShareModels shared,
    SiteList sites,
    LogSignal signal,
    LearnerMetrics metrics,
    Model start,
    IOptions<LearningOptions> options,
    TimeProvider time,
    ILogger<FollowLogs> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _healEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, SiteFollower> _followers = new(StringComparer.Ordinal);
    private long? _healedAt;
    private byte[]? _nothing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var newest = await log.NewestAsync(stoppingToken);
                await Parallel.ForEachAsync(newest.Where(of => of.Value > 0), stoppingToken, async (of, cancellationToken) => await FollowAsync(of.Key, of.Value, cancellationToken));
                if (_healedAt is null || time.GetElapsedTime(_healedAt.Value) >= _healEvery)
                {
                    await HealAsync(stoppingToken);
                    _healedAt = time.GetTimestamp();
                }

                await signal.WaitAsync(_pause, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Nothing is learned for a moment: {Reason}", exception.Message);
                await Task.Delay(_rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // What is wrong with one site keeps no other from learning.
    private async Task FollowAsync(string site, long newest, CancellationToken cancellationToken)
    {
        try
        {
            await FollowerOf(site).FollowAsync(newest, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("Nothing is learned on {SiteId} for a moment: {Reason}", site, exception.Message);
            await Task.Delay(_rest, time, cancellationToken);
        }
    }

    private async Task HealAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var follower in _followers.Values)
            {
                await follower.HealAsync(cancellationToken);
            }

            foreach (var site in sites.All.Where(site => !_followers.ContainsKey(site.Id)))
            {
                await shared.ShareAsync(site.Id, Nothing());
            }
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            // Workers go on with what they have, and in a second it is looked again.
            logger.LogDebug("Redis does not tell which models are there: {Reason}", exception.Message);
        }
    }

    private byte[] Nothing() =>
        _nothing ??= Reports.Stored(Reports.Of(new Pupil(Model.Blank, options.Value), new Dictionary<string, IReadOnlyList<Taught>>(), start, [], time.GetUtcNow()));

    private SiteFollower FollowerOf(string site) =>
        _followers.GetOrAdd(site, _ => new SiteFollower(site, start, options.Value, log, versions, shared, metrics, time, logger));
}
