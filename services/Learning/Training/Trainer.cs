using Moderation.Text;

namespace Moderation.Learning.Training;

/// <summary>
/// Learns one lesson after the other, on top of a model or from nothing. Deterministic: the same lessons in the same order give the same model.
/// For one thread.
/// </summary>
public sealed class Trainer
{
    public Trainer(Model? start = null)
    {
        _ = start;
    }

    /// <summary>Scores a text by what is learned so far.</summary>
    public Probabilities Score(TextView text) => throw new NotImplementedException();

    /// <summary>Learns a lesson.</summary>
    /// <returns>What the text scored before it was learned.</returns>
    public Probabilities Learn(Lesson lesson) => throw new NotImplementedException();

    /// <summary>What is learned so far. A head that is not to count stays as it was at the start.</summary>
    public Model ToModel(bool abuseCounts = true, bool spamCounts = true) => throw new NotImplementedException();
}
