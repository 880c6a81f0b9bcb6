namespace Moderation.Learning.Measures;

/// <summary>How good a head is.</summary>
/// <param name="Decided">Its answers at the threshold.</param>
/// <param name="Points">What it finds at <see cref="Rates"/>.</param>
/// <param name="CalibrationError">As <see cref="Measures.CalibrationError"/> measures it; not a number for scores that are no probabilities.</param>
public sealed record Measure(Confusion Decided, IReadOnlyList<OperatingPoint> Points, double CalibrationError)
{
    /// <summary>The shares of false positives at which precision and recall are told.</summary>
    public static readonly IReadOnlyList<double> Rates = [0.01, 0.02, 0.05];

    /// <param name="predictions">Of texts that were not learned from.</param>
    /// <param name="threshold">From this score on it says yes.</param>
    /// <param name="areProbabilities">Whether scores are meant as such.</param>
    public static Measure Of(IReadOnlyCollection<Prediction> predictions, double threshold = 0.5, bool areProbabilities = true) => new(
        Confusion.Of(predictions, threshold),
        [.. Rates.Select(rate => OperatingPoint.At(predictions, rate))],
        areProbabilities ? Measures.CalibrationError.Of(predictions) : double.NaN);
}
