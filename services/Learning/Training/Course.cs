using System.Security.Cryptography;
using System.Text;
using Moderation.Learning.Measures;
using Moderation.Text;

namespace Moderation.Learning.Training;

/// <summary>
/// Teaches many lessons that are all there: in several passes, the rarer answer of a head more strongly, and with probabilities fitted to texts
/// that were left out. The same lessons give the same model, in whatever order they come.
/// </summary>
public static class Course
{
    private const int FewestPasses = 4;
    private const int MostPasses = 16;
    private const int EnoughLessons = 30_000;
    private const int Parts = 5;
    private const double MostForTheRarer = 4;
    private const int FewestToFit = 20;

    // What tells little is slowed down as it is.
    private static readonly TrainingOptions _forSameSite = new() { Rate = 0.1, Calibrates = false };
    private static readonly TrainingOptions _forOtherSites = new() { Rate = 0.05, Calibrates = false };

    /// <param name="lessons">In any order.</param>
    /// <param name="start">What is known already.</param>
    /// <param name="use">Where it is to be used.</param>
    /// <param name="learned">Told after each lesson of each pass, about <see cref="StepsOf"/> times.</param>
    /// <returns>A head of which not both answers are taught stays as it was.</returns>
    public static Model Teach(IReadOnlyList<Lesson> lessons, Model start, TaughtFor use = TaughtFor.SameSite, Action? learned = null)
    {
        ArgumentNullException.ThrowIfNull(lessons);

        var model = start;
        foreach (var head in Enum.GetValues<Head>())
        {
            var own = lessons.Where(lesson => lesson[head] is not null).ToList();
            if (own.Exists(lesson => lesson[head] is true) && own.Exists(lesson => lesson[head] is false))
            {
                model = Teach(own, head, model, use, learned ?? (() => { }));
            }
        }

        return model;
    }

    /// <summary>About how many steps a course has.</summary>
    public static double StepsOf(IReadOnlyCollection<Lesson> lessons) => Enum.GetValues<Head>()
        .Select(head => lessons.Count(lesson => lesson[head] is not null))
        .Sum(count => (double)count * PassesOf(count) * (2 * Parts - 1) / Parts);

    private static Model Teach(List<Lesson> lessons, Head head, Model start, TaughtFor use, Action learned)
    {
        var balanced = Balanced(lessons, head);
        // What was learned scores too well: what scores mean is told by texts that were not.
        var parts = KFold.Of(lessons, lesson => lesson.Text.Text, lesson => lesson[head]!, Parts);
        var rehearsed = Run([.. balanced.Where((_, row) => parts[row] > 0)], head, start, use, learned);
        var seen = lessons.Where((_, row) => parts[row] == 0)
            .Select(lesson => (rehearsed.ScoreOf(head, lesson.Text), lesson[head]!.Value, lesson.Weight)).ToList();
        var model = Run(balanced, head, start, use, learned);
        return seen.Count < FewestToFit ? model : model.Calibrated(head, seen);
    }

    private static Model Run(List<Lesson> lessons, Head head, Model start, TaughtFor use, Action learned)
    {
        var trainer = new Trainer(start, use is TaughtFor.SameSite ? _forSameSite with { Telling = Telling.Of(lessons, head) } : _forOtherSites);
        for (var pass = 0; pass < PassesOf(lessons.Count); pass++)
        {
            // By hash: shuffled, another way in each pass, and the same every time.
            foreach (var lesson in lessons.OrderBy(lesson => HashOf(pass, lesson.Text)).ThenBy(lesson => lesson[head]).ThenBy(lesson => lesson.Weight))
            {
                trainer.Learn(lesson);
                learned();
            }
        }

        return trainer.ToModel(head is Head.Abuse, head is Head.Spam);
    }

    // Few lessons take more practice.
    private static int PassesOf(int lessons) => Math.Clamp(EnoughLessons / Math.Max(lessons, 1), FewestPasses, MostPasses);

    private static List<Lesson> Balanced(IReadOnlyList<Lesson> lessons, Head head)
    {
        var weights = lessons.ToLookup(lesson => lesson[head]!.Value, lesson => lesson.Weight);
        var (yes, no) = (weights[true].Sum(), weights[false].Sum());
        var more = Math.Min(MostForTheRarer, Math.Max(yes, no) / Math.Min(yes, no));
        return [.. lessons.Select(lesson => lesson.Only(head) with { Weight = lesson.Weight * (lesson[head] == yes < no ? more : 1) })];
    }

    private static ulong HashOf(int pass, TextView text) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{pass} {text.Text}")));
}
