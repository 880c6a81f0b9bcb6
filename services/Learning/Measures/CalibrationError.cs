namespace Moderation.Learning.Measures;

/// <summary>
/// The expected calibration error: how far probabilities are from what happens, over bins of the same width, each by its share of the texts
/// (Naeini, Cooper and Hauskrecht, AAAI 2015; here of the probability of a yes, not of the likelier answer).
/// </summary>
public static class CalibrationError
{
    private const int Bins = 10;

    /// <param name="predictions">With probabilities, 0 to 1.</param>
    /// <returns>0 to 1; 0 for none.</returns>
    public static double Of(IReadOnlyCollection<Prediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);

        var bins = predictions.GroupBy(prediction => Math.Min((int)(prediction.Score * Bins), Bins - 1));
        return predictions.Count == 0 ? 0 : bins.Sum(bin => Math.Abs(bin.Sum(one => one.Score - (one.IsSo ? 1 : 0)))) / predictions.Count;
    }
}
