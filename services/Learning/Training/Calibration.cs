namespace Moderation.Learning.Training;

/// <summary>
/// Turns scores into probabilities: a sigmoid fitted to what scores meant, by Newton's method (Platt, 1999; Lin, Lin and Weng, 2007), drawn to
/// the one before as if that had been seen already.
/// </summary>
internal static class Calibration
{
    private const int Rounds = 30;
    private const double Trust = 10;
    private const double Enough = 1e-6;

    /// <param name="seen">Scores from before they were learned, what they turned out to be, and how much each counts.</param>
    /// <param name="slope">The slope before.</param>
    /// <param name="offset">The offset before.</param>
    public static (float Slope, float Offset) Fit(IReadOnlyCollection<(double Score, bool IsSo, double Weight)> seen, double slope, double offset)
    {
        var (a, b) = (slope, offset);
        for (var round = 0; round < Rounds; round++)
        {
            var (slopeGradient, offsetGradient) = (Trust * (a - slope), Trust * (b - offset));
            var (aa, ab, bb) = (Trust, 0.0, Trust);
            foreach (var (score, isSo, counts) in seen)
            {
                var p = 1 / (1 + Math.Exp(-(a * score + b)));
                var error = counts * (p - (isSo ? 1 : 0));
                var weight = counts * p * (1 - p);
                slopeGradient += error * score;
                offsetGradient += error;
                aa += weight * score * score;
                ab += weight * score;
                bb += weight;
            }

            var determinant = aa * bb - ab * ab;
            var (stepA, stepB) = ((bb * slopeGradient - ab * offsetGradient) / determinant, (aa * offsetGradient - ab * slopeGradient) / determinant);
            (a, b) = (a - stepA, b - stepB);
            if (Math.Abs(stepA) + Math.Abs(stepB) < Enough)
            {
                break;
            }
        }

        // A score never speaks against itself.
        return ((float)Math.Max(a, 0.05), (float)b);
    }
}
