namespace Moderation.Learning.Measures;

/// <summary>What was said of a text, and what it is.</summary>
/// <param name="Score">The higher, the likelier; a probability where the calibration is measured.</param>
/// <param name="IsSo">What somebody who knows says.</param>
public readonly record struct Prediction(double Score, bool IsSo);
