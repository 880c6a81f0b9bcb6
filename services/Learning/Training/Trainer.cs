using Moderation.Text;

namespace Moderation.Learning.Training;

/// <summary>
/// Learns one lesson after the other, on top of a model or from nothing. Deterministic: the same lessons in the same order give the same model.
/// For one thread; 16 MB.
/// </summary>
public sealed class Trainer
{
    private readonly Model _start;
    private readonly Parts _parts = new();
    private readonly HeadTrainer _abuse;
    private readonly HeadTrainer _spam;

    public Trainer(Model? start = null, TrainingOptions? options = null)
    {
        _start = start ?? Model.Blank;
        options ??= TrainingOptions.Online;
        _abuse = new HeadTrainer(StartOf(Head.Abuse), _start.Abuse, options);
        _spam = new HeadTrainer(StartOf(Head.Spam), _start.Spam, options);
    }

    /// <summary>Scores a text by what is learned so far.</summary>
    public Probabilities Score(TextView text)
    {
        ArgumentNullException.ThrowIfNull(text);

        _parts.Read(text.Text);
        return new Probabilities(_abuse.Probability(Worst(_abuse).Score), _spam.Probability(Worst(_spam).Score));
    }

    /// <summary>Learns a lesson.</summary>
    /// <returns>What the text scored before it was learned; not a number for a head that the lesson says nothing of.</returns>
    public Probabilities Learn(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);

        _parts.Read(lesson.Text.Text);
        return new Probabilities(Learn(_abuse, lesson.IsAbuse, lesson.Weight), Learn(_spam, lesson.IsSpam, lesson.Weight));
    }

    /// <summary>What is learned so far. A head that is not to count stays as it was at the start.</summary>
    public Model ToModel(bool abuseCounts = true, bool spamCounts = true)
    {
        sbyte[] weights = [.. _start.Weights];
        return new Model(
            weights,
            abuseCounts ? _abuse.Write(weights, (int)Head.Abuse) : _start.Abuse,
            spamCounts ? _spam.Write(weights, (int)Head.Spam) : _start.Spam);
    }

    // A text is as bad as its worst part, and that part is what there is to learn from it.
    private double Learn(HeadTrainer head, bool? isSo, double weight)
    {
        if (isSo is not { } known)
        {
            return double.NaN;
        }

        var (part, score) = Worst(head);
        head.Learn(_parts[part], score, known, weight);
        return head.Probability(score);
    }

    private (int Part, double Score) Worst(HeadTrainer head)
    {
        var worst = (Part: 0, Score: double.NegativeInfinity);
        for (var part = 0; part < _parts.Count; part++)
        {
            var score = head.Score(_parts[part]);
            if (score > worst.Score)
            {
                worst = (part, score);
            }
        }

        return worst;
    }

    private float[] StartOf(Head head)
    {
        var weights = new float[1 << Model.Bits];
        for (var feature = 0; feature < weights.Length; feature++)
        {
            weights[feature] = _start.Weights[feature * Model.Heads + (int)head] * _start[head].Scale;
        }

        return weights;
    }
}
