using Microsoft.Extensions.Logging;
using Moderation.Learner.Log;
using Moderation.Learner.Pupils;
using Moderation.Learner.Versions;
using Moderation.Learning;
using StackExchange.Redis;

namespace Moderation.Learner;

/// <summary>
/// Keeps the model of one site in step with its log, and Redis in step with the model. Whatever dies at whatever moment, the next one comes to the
/// same model by the log. For one caller at a time.
/// </summary>
internal sealed class SiteFollower(
    string site, Model start, LearningOptions options, LogReader log, VersionStore versions, ShareModels shared, LearnerMetrics metrics, TimeProvider time, ILogger logger)
{
    // At most two models a second: what is unlearned has to be learned anew without it.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    private Pupil? _pupil;
    private Dictionary<string, IReadOnlyList<Taught>> _leftOut = [];
    private long _number;
    private long _numbered;
    private long? _lastAt;
    private SharedModel? _model;
    private bool _hasNumbered;
    private bool _isChecked;

    /// <summary>Learns what is new in the log, and hands the model on.</summary>
    /// <param name="newest">The number of the log's newest entry.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FollowAsync(long newest, CancellationToken cancellationToken)
    {
        if ((newest <= _number && _numbered == _number) || (_lastAt is { } last && time.GetElapsedTime(last) < _pause))
        {
            return;
        }

        if (newest > _number)
        {
            await CatchUpAsync(cancellationToken);
        }

        await NumberAsync(await VersionInRedisAsync(), cancellationToken);
        _lastAt = time.GetTimestamp();
        await TryShareAsync();
    }

    /// <summary>Puts the model into Redis again where it was lost; when it begins, also where it is damaged.</summary>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    public async Task HealAsync(CancellationToken cancellationToken)
    {
        if (_model is null)
        {
            return;
        }

        var there = await shared.VersionAsync(site);
        if (there > _model.Version)
        {
            // By another learner, or by one whose database was lost.
            await NumberAsync(there, cancellationToken);
        }
        else if (there == _model.Version && !_isChecked)
        {
            if (!await shared.IsWholeAsync(site, _model))
            {
                logger.LogWarning("Version {Version} of the model of {SiteId} is damaged in Redis and is handed to the workers again under another number", there, site);
                // Workers look at no number again that they have seen.
                await NumberAsync(there + 1, cancellationToken);
            }

            _isChecked = true;
        }

        if (there < _model?.Version)
        {
            await ShareAsync();
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_pupil is not { } pupil || !await TryGoOnAsync(pupil, cancellationToken))
        {
            await BeginAnewAsync(cancellationToken);
        }
    }

    /// <returns>Whether that is all there was to do.</returns>
    private async Task<bool> TryGoOnAsync(Pupil pupil, CancellationToken cancellationToken)
    {
        var end = await log.EndAsync(site, _number, cancellationToken);
        if (!end.IsOnlyNew || pupil.Taken + end.Lessons.Count > options.Most)
        {
            return false;
        }

        foreach (var (taught, text) in end.Lessons.Where(lesson => lesson.Taught.Teaches))
        {
            if (_leftOut.TryGetValue(taught.Moderator, out var unheard))
            {
                _leftOut[taught.Moderator] = [.. unheard, taught];
            }
            else
            {
                pupil.Learn(taught, text);
            }
        }

        _number = end.Newest;
        return !Watched.IsOutdated(pupil);
    }

    private async Task BeginAnewAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        Pupil? anew = null;
        InForce? counts = null;
        var newest = await log.ReplayAsync(
            site,
            options.Most,
            inForce =>
            {
                counts = inForce;
                anew = new Pupil(start, options, Watched.Of(inForce), Watched.After(inForce));
                return anew.Learn;
            },
            cancellationToken);
        (_pupil, _number, _leftOut) = (anew!, newest, new(counts!.LeftOut, StringComparer.Ordinal));
        metrics.Replayed(time.GetElapsedTime(began));
        logger.LogInformation(
            "The model of {SiteId} is learned anew from {Count} lessons in {Milliseconds:0} ms", site, anew!.Lessons, time.GetElapsedTime(began).TotalMilliseconds);
    }

    private async Task NumberAsync(long above, CancellationToken cancellationToken)
    {
        var pupil = _pupil!;
        var model = pupil.ToModel();
        var made = new ModelVersion
        {
            Version = 0,
            Number = _number,
            MadeAt = 0,
            Lessons = pupil.Lessons,
            Cause = "",
            AbuseAccuracy = pupil.Abuse.Accuracy,
            SpamAccuracy = pupil.Spam.Accuracy,
            Model = model.Version,
        };
        var kept = await versions.NumberAsync(site, made, above, isFirst: !_hasNumbered, cancellationToken);
        (_numbered, _hasNumbered) = (_number, true);
        var report = Reports.Of(pupil, _leftOut, start, kept, kept[0].At);
        metrics.Set(site, pupil);
        // Another learner may be ahead, or of another kind; then it hands on what it has.
        _model = kept[0].Number == _number && kept[0].Model == model.Version ? new SharedModel(kept[0].Version, model.Store(), Reports.Stored(report)) : null;
    }

    private async Task<long> VersionInRedisAsync()
    {
        try
        {
            return await shared.VersionAsync(site);
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            return 0;
        }
    }

    private async Task TryShareAsync()
    {
        try
        {
            await ShareAsync();
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            logger.LogWarning("The model of {SiteId} is handed to the workers later: {Reason}", site, exception.Message);
        }
    }

    private async Task ShareAsync()
    {
        if (_model is { } model && await shared.ShareAsync(site, model))
        {
            metrics.Shared(site);
            logger.LogDebug("Version {Version} of the model of {SiteId} is handed to the workers", model.Version, site);
        }
    }
}
