namespace Moderation.Learning.Measures;

/// <summary>How often a yes or no was right, counted.</summary>
/// <param name="Hits">Said to be so, and so.</param>
/// <param name="FalseAlarms">Said to be so, and not.</param>
/// <param name="Misses">Said not to be so, but so.</param>
/// <param name="Passes">Said not to be so, and not.</param>
public readonly record struct Confusion(int Hits, int FalseAlarms, int Misses, int Passes)
{
    /// <param name="predictions">What was said, and what is.</param>
    /// <param name="threshold">From this score on it is said to be so.</param>
    public static Confusion Of(IEnumerable<Prediction> predictions, double threshold)
    {
        var counts = new int[4];
        foreach (var (score, isSo) in predictions)
        {
            counts[(score >= threshold ? 0 : 2) + (score >= threshold == isSo ? 0 : 1)]++;
        }

        return new Confusion(counts[0], counts[1], counts[3], counts[2]);
    }

    public int Count => Hits + FalseAlarms + Misses + Passes;

    /// <summary>The share that was right, 0 to 1.</summary>
    public double Accuracy => Share(Hits + Passes, Count);

    /// <summary>Of those said to be so, the share that is; not a number when nothing was.</summary>
    public double Precision => Hits + FalseAlarms == 0 ? double.NaN : Share(Hits, Hits + FalseAlarms);

    /// <summary>Of those that are so, the share that was found.</summary>
    public double Recall => Share(Hits, Hits + Misses);

    /// <summary>Of those that are not so, the share that was said to be.</summary>
    public double FalsePositives => Share(FalseAlarms, FalseAlarms + Passes);

    /// <summary>The mean of the F1 of both answers; one that was neither given nor right counts 0.</summary>
    public double MacroF1 => (F1(Hits, FalseAlarms + Misses) + F1(Passes, FalseAlarms + Misses)) / 2;

    private static double F1(int right, int wrong) => Share(2 * right, 2 * right + wrong);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
