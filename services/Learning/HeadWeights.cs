namespace Moderation.Learning;

/// <summary>What of a head is the same for every feature.</summary>
/// <param name="Scale">What one step of its stored weights is worth.</param>
/// <param name="Bias">What it says of a text without features.</param>
/// <param name="Slope">How its scores become probabilities: the slope of Platt's sigmoid (1999).</param>
/// <param name="Offset">Its offset.</param>
internal readonly record struct HeadWeights(float Scale, float Bias, float Slope, float Offset)
{
    public static readonly HeadWeights Blank = new(1, 0, 1, 0);

    /// <param name="sum">Of the stored weights of all features.</param>
    /// <param name="count">How many features there were.</param>
    /// <returns>Log odds, not calibrated yet.</returns>
    public double Score(long sum, int count) => count == 0 ? Bias : Bias + Scale * sum / Math.Sqrt(count);

    public double Probability(double score) => 1 / (1 + Math.Exp(-(Slope * score + Offset)));
}
