using Moderation.Benchmarks.Quality;
using Moderation.Learning.Measures;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>A way to tell what a text is.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Learn">Makes, of texts to learn from, a score for others.</param>
/// <param name="IsSo">What a text is.</param>
/// <param name="Threshold">From this score on it says yes.</param>
/// <param name="AreProbabilities">Whether its scores are meant as such.</param>
internal sealed record Way(
    string Name, Func<IReadOnlyList<LabelledText>, Func<LabelledText, double>> Learn, Func<LabelledText, bool> IsSo, double Threshold = 0.5, bool AreProbabilities = true)
{
    /// <summary>Scores each text after learning those of the other parts.</summary>
    public Measure Measure(IReadOnlyList<LabelledText> rows, int[] parts, int folds)
    {
        var predictions = new Prediction[rows.Count];
        for (var part = 0; part < folds; part++)
        {
            var score = Learn([.. rows.Where((_, row) => parts[row] != part)]);
            foreach (var row in Enumerable.Range(0, rows.Count).Where(row => parts[row] == part))
            {
                predictions[row] = new Prediction(score(rows[row]), IsSo(rows[row]));
            }
        }

        return Learning.Measures.Measure.Of(predictions, Threshold, AreProbabilities);
    }
}
