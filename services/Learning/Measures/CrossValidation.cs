using Moderation.Learning.Training;

namespace Moderation.Learning.Measures;

/// <summary>How well what is taught by some lessons tells the others.</summary>
public static class CrossValidation
{
    /// <param name="lessons">What there is to learn.</param>
    /// <param name="folds">How many parts, 2 or more; each is scored by a model that has learned the others.</param>
    /// <param name="start">What every model knows already; it must not have learned these lessons.</param>
    /// <param name="use">As the model itself is to be taught.</param>
    /// <param name="learned">Told after each step, about <see cref="StepsOf"/> times.</param>
    /// <returns>What each lesson's text scores.</returns>
    public static IReadOnlyList<Probabilities> Score(IReadOnlyList<Lesson> lessons, int folds, Model start, TaughtFor use = TaughtFor.SameSite, Action? learned = null)
    {
        var parts = KFold.Of(lessons, lesson => lesson.Text.Text, lesson => (lesson.IsAbuse, lesson.IsSpam), folds);
        var scores = new Probabilities[lessons.Count];
        for (var part = 0; part < folds; part++)
        {
            var model = Course.Teach([.. lessons.Where((_, row) => parts[row] != part)], start, use, learned);
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] = parts[row] == part ? model.Score(lessons[row].Text) : scores[row];
            }
        }

        return scores;
    }

    /// <summary>About how many steps it has.</summary>
    public static double StepsOf(IReadOnlyCollection<Lesson> lessons, int folds) => Course.StepsOf(lessons) * (folds - 1);

    /// <summary>What is said of one head, and what is, of the lessons that tell.</summary>
    public static IReadOnlyList<Prediction> Of(Head head, IReadOnlyList<Lesson> lessons, IReadOnlyList<Probabilities> scores) =>
        [.. lessons.Zip(scores).Where(pair => pair.First[head] is not null).Select(pair => new Prediction(pair.Second[head], pair.First[head]!.Value))];
}
