using Moderation.Hosting.Models;

namespace Moderation.Learner.Pupils;

/// <summary>What one head has learned from, and how well each decision was told before it was learned (progressive validation).</summary>
internal sealed class HeadRecord(int needed)
{
    private const double HeaviestOfRare = 4;
    private const int LastDecisions = 500;
    private const int LastOfPoint = 100;
    private const int Points = 100;

    private readonly List<Told> _told = [];

    public int Fine { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Whether what was learned counts.</summary>
    public bool Counts => Fine >= needed && Refused >= needed;

    /// <summary>How many times a lesson weighs more because its kind is rare so far.</summary>
    public double BalanceOf(bool isRefused)
    {
        var (same, other) = isRefused ? (Refused, Fine) : (Fine, Refused);
        return Math.Clamp((double)other / (same + 1), 1, HeaviestOfRare);
    }

    /// <param name="isRefused">What the moderator said.</param>
    /// <param name="probability">What was thought of it before.</param>
    /// <param name="ofStart">What the model thinks that all sites start from.</param>
    /// <param name="lessons">How many lessons there are with this one.</param>
    /// <returns>Whether it was told beforehand.</returns>
    public bool Add(bool isRefused, double probability, double ofStart, int lessons)
    {
        (Fine, Refused) = isRefused ? (Fine, Refused + 1) : (Fine + 1, Refused);
        var told = new Told(lessons, isRefused, probability >= 0.5, ofStart >= 0.5);
        _told.Add(told);
        return told.ByPupil == isRefused;
    }

    /// <summary>Of the last decisions, the share that was told rightly; null without any.</summary>
    public double? Accuracy => _told.Count == 0 ? null : Share(Last(_told.Count, LastDecisions), told => told.ByPupil);

    /// <summary>Of the same, the share that the model told rightly that all sites start from.</summary>
    public double? AccuracyOfStart => _told.Count == 0 ? null : Share(Last(_told.Count, LastDecisions), told => told.ByStart);

    /// <param name="head">As reports call it.</param>
    public HeadReport Report(string head) => new()
    {
        Head = head,
        Fine = Fine,
        Refused = Refused,
        Needed = needed,
        Counts = Counts,
        Predictions = Predictions(told => told.ByPupil),
        OfBaseline = Predictions(told => told.ByStart),
        Course = Course(),
    };

    private PredictionReport Predictions(Func<Told, bool> says)
    {
        var last = Last(_told.Count, LastDecisions);
        var (hits, said, refused) = (last.Count(told => told.IsRefused && says(told)), last.Count(says), last.Count(told => told.IsRefused));
        return new PredictionReport(last.Count, Share(last, says), Ratio(hits, said), Ratio(hits, refused));
    }

    private List<CoursePoint> Course()
    {
        var points = Math.Min(Points, _told.Count);
        return [.. Enumerable.Range(1, points).Select(point =>
        {
            var until = (int)((long)point * _told.Count / points);
            var last = Last(until, LastOfPoint);
            return new CoursePoint(_told[until - 1].Lessons, Share(last, told => told.ByPupil), Share(last, told => told.ByStart));
        })];
    }

    private List<Told> Last(int until, int most) => _told.GetRange(Math.Max(0, until - most), Math.Min(until, most));

    private static double Share(List<Told> some, Func<Told, bool> says) =>
        some.Count == 0 ? 0 : (double)some.Count(told => says(told) == told.IsRefused) / some.Count;

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private readonly record struct Told(int Lessons, bool IsRefused, bool ByPupil, bool ByStart);
}
