using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Moderation.Learner.Pupils;

namespace Moderation.Learner;

/// <summary>What operators' metrics tell of learning.</summary>
internal sealed class LearnerMetrics
{
    private readonly ConcurrentDictionary<(string Site, string Head, string Of), double> _accuracy = new();
    private readonly Counter<long> _lessons;
    private readonly Counter<long> _snapshots;
    private readonly Histogram<double> _replays;

    public LearnerMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Moderation.Learner");
        _lessons = meter.CreateCounter<long>("moderation.learner.lessons", "{lesson}", "What moderators taught, by site.");
        _snapshots = meter.CreateCounter<long>("moderation.learner.snapshots", "{model}", "Models that were handed to the workers, by site.");
        _replays = meter.CreateHistogram<double>("moderation.learner.replay", "s", "How long it took to learn a site's lessons anew.");
        meter.CreateObservableGauge(
            "moderation.learner.accuracy",
            () => _accuracy.Select(of => new Measurement<double>(of.Value, new("site", of.Key.Site), new("head", of.Key.Head), new("of", of.Key.Of))),
            "1",
            "Share of the last 500 decisions that was told beforehand, by site and head, of the site's own model and of the one that it started from.");
    }

    public void Taught(string site) => _lessons.Add(1, new KeyValuePair<string, object?>("site", site));

    public void Shared(string site) => _snapshots.Add(1, new KeyValuePair<string, object?>("site", site));

    public void Replayed(TimeSpan duration) => _replays.Record(duration.TotalSeconds);

    public void Set(string site, Pupil pupil)
    {
        Set(site, "abuse", pupil.Abuse);
        Set(site, "spam", pupil.Spam);
    }

    private void Set(string site, string name, HeadRecord head)
    {
        if (head is { Accuracy: { } own, AccuracyOfStart: { } ofStart })
        {
            _accuracy[(site, name, "site")] = own;
            _accuracy[(site, name, "start")] = ofStart;
        }
    }
}
