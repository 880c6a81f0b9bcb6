using System.Globalization;
using Moderation.Learning.Measures;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>Measures as Markdown.</summary>
internal static class QualityTable
{
    public static string Head { get; } =
        $"""
        | texts | way | macro-F1 | accuracy | {string.Join(" | ", Measure.Rates.Select(rate => $"at {Percent(rate, "0")} false positives: precision, recall"))} | calibration error |
        |---|---|---|---|{string.Concat(Measure.Rates.Select(_ => "---|"))}---|
        """;

    public static string Row(string what, int count, string way, Measure measure)
    {
        var cells = measure.Points.Select(point => double.IsNaN(point.Confusion.Precision)
            ? "–, 0 %"
            : $"{Percent(point.Confusion.Precision)}, {Percent(point.Confusion.Recall)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} in {count:N0} | {way} | {measure.Decided.MacroF1:0.000} | {Percent(measure.Decided.Accuracy)} | {string.Join(" | ", cells)} | {Error(measure)} |");
    }

    private static string Error(Measure measure) =>
        double.IsNaN(measure.CalibrationError) ? "–" : measure.CalibrationError.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double share, string format = "0.0") => (share * 100).ToString(format, CultureInfo.InvariantCulture) + " %";
}
