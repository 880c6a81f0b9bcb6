using System.Diagnostics.Metrics;
using Moderation.Learning;
using Moderation.Worker.Rules;

namespace Moderation.Worker.Learned;

/// <summary>Tells operators' metrics which model judges on each site, how old it is, and what the models say.</summary>
internal sealed class MeasureModels
{
    private static readonly InstrumentAdvice<double> _tenths = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] };
    private static readonly (Head Head, string Name)[] _heads = [(Head.Abuse, "abuse"), (Head.Spam, "spam")];

    private readonly Histogram<double> _probability;

    public MeasureModels(ModelsInForce models, IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create("Moderation.Worker");
        _probability = meter.CreateHistogram("moderation.model.probability", "1", "How likely models find comments to be refused, by site and head.", advice: _tenths);
        meter.CreateObservableGauge(
            "moderation.model.version", () => models.OfSites.Select(ofSite => Measured(ofSite.Key, ofSite.Value.Version)), "1", "The version of a site's learned model that is in force.");
        meter.CreateObservableGauge(
            "moderation.model.age",
            () => models.OfSites.Select(ofSite => Measured(ofSite.Key, (time.GetUtcNow() - ofSite.Value.MadeAt).TotalSeconds)),
            "s",
            "How long ago a site's learned model was made.");
    }

    /// <summary>Counts what the model said of a comment, if it was asked.</summary>
    public void Count(CommentText text)
    {
        if (text.ScoredBy is null || !_probability.Enabled)
        {
            return;
        }

        foreach (var (head, name) in _heads)
        {
            if (text.ProbabilityOf(head) is { } probability)
            {
                _probability.Record(probability, new KeyValuePair<string, object?>("site", text.Comment.SiteId), new KeyValuePair<string, object?>("head", name));
            }
        }
    }

    private static Measurement<T> Measured<T>(string site, T value)
        where T : struct => new(value, new KeyValuePair<string, object?>("site", site));
}
