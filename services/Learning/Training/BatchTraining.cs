using Moderation.Text;

namespace Moderation.Learning.Training;

/// <summary>
/// Trains a model on many lessons at once: several rounds in an order of its own, and probabilities fitted to what the scores of lessons meant
/// that were left out of training. Deterministic: the same lessons in the same order give the same model.
/// </summary>
public static class BatchTraining
{
    private const int Rounds = 5;
    private const int Folds = 5;
    private const int Seed = 20_260_101;

    private static readonly TrainingOptions _options = new() { Rate = 0.05, Calibrates = false };

    /// <param name="lessons">In any order.</param>
    /// <param name="start">The model to train on top of; null for none.</param>
    /// <param name="advanced">Told after each round, of <see cref="RoundCount"/>, how many are over.</param>
    /// <param name="cancellationToken">Ends it between two lessons.</param>
    public static Model Train(
        IReadOnlyList<Lesson> lessons, Model? start = null, Action<int>? advanced = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lessons);

        var (abuse, spam) = (new List<(double, bool)>(), new List<(double, bool)>());
        var done = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = TrainAll([.. lessons.Where(lesson => FoldOf(lesson.Text, Folds) != fold)], start, Advance, cancellationToken);
            foreach (var lesson in lessons.Where(lesson => FoldOf(lesson.Text, Folds) == fold))
            {
                var score = model.ScoreOf(lesson.Text);
                Note(abuse, score.Abuse, lesson.IsAbuse);
                Note(spam, score.Spam, lesson.IsSpam);
            }
        }

        return TrainAll(lessons, start, Advance, cancellationToken).Calibrated(abuse, spam);

        void Advance() => advanced?.Invoke(++done);
    }

    /// <summary>How many rounds a training has.</summary>
    public static int RoundCount => (Folds + 1) * Rounds;

    /// <summary>In which of so many parts a text falls when some are left out of training; the same text always in the same.</summary>
    public static int FoldOf(TextView text, int folds)
    {
        ArgumentNullException.ThrowIfNull(text);

        // FNV-1a: the same in every process.
        var hash = 2_166_136_261;
        foreach (var unit in text.Text)
        {
            hash = (hash ^ unit) * 16_777_619;
        }

        return (int)((hash ^ hash >> 16) % (uint)folds);
    }

    private static Model TrainAll(IReadOnlyList<Lesson> lessons, Model? start, Action advance, CancellationToken cancellationToken)
    {
        var trainer = new Trainer(start, _options);
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                cancellationToken.ThrowIfCancellationRequested();
                trainer.Learn(lessons[index]);
            }

            advance();
        }

        return trainer.ToModel();
    }

    private static void Note(List<(double Score, bool IsSo)> seen, double score, bool? isSo)
    {
        if (isSo is { } known)
        {
            seen.Add((score, known));
        }
    }
}
