namespace Moderation.Learning.Measures;

/// <summary>What is found when no more than a share of the harmless may be taken for it.</summary>
/// <param name="FalsePositives">The share that was allowed, 0 to 1.</param>
/// <param name="Threshold">The lowest score that keeps to it; positive infinity when none does.</param>
/// <param name="Confusion">What is right and wrong from this score on.</param>
public readonly record struct OperatingPoint(double FalsePositives, double Threshold, Confusion Confusion)
{
    /// <param name="predictions">What was said, and what is; texts of the same score are taken or left together.</param>
    /// <param name="falsePositives">The share that is allowed, 0 to 1.</param>
    public static OperatingPoint At(IReadOnlyCollection<Prediction> predictions, double falsePositives)
    {
        // A millionth of a text: 2 % of 50 is 1, however it is rounded.
        var allowed = falsePositives * predictions.Count(prediction => !prediction.IsSo) + 1e-6;
        var (threshold, alarms) = (double.PositiveInfinity, 0);
        foreach (var alike in predictions.GroupBy(prediction => prediction.Score).OrderByDescending(alike => alike.Key))
        {
            alarms += alike.Count(prediction => !prediction.IsSo);
            if (alarms > allowed)
            {
                break;
            }

            threshold = alike.Key;
        }

        return new OperatingPoint(falsePositives, threshold, Confusion.Of(predictions, threshold));
    }
}
