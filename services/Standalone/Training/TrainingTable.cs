using System.Globalization;
using Moderation.Learning;
using Moderation.Learning.Measures;
using Moderation.Standalone.Trials;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace Moderation.Standalone.Training;

/// <summary>For a person: what there was to learn, and how well it was learned.</summary>
internal static class TrainingTable
{
    private static readonly Style _dim = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, TaughtTexts texts, Trained trained, Model start, double falsePositives)
    {
        console.WriteLine(texts.InWords());
        var table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn(Right("macro-F1")).AddColumn(Right("accuracy"));
        foreach (var rate in Measure.Rates)
        {
            table.AddColumn(Right($"at {Percent(rate, "0")} false positives:\nprecision, recall"));
        }

        table.AddColumn(Right("calibration\nerror"));
        var thresholds = new List<string>();
        foreach (var head in Enum.GetValues<Head>())
        {
            var name = head.ToString().ToLowerInvariant();
            var predictions = CrossValidation.Of(head, trained.Lessons, trained.Scores);
            if (predictions.Count == 0)
            {
                thresholds.Add($"Too few texts say yes or no to {name}: nothing is learned about it.");
                continue;
            }

            table.AddRow(Row(name, Measure.Of(predictions), Style.Plain));
            if (!start.IsBlank)
            {
                var before = trained.Lessons.Select(lesson => start.Score(lesson.Text)).ToList();
                table.AddRow(Row("  before", Measure.Of(CrossValidation.Of(head, trained.Lessons, before)), _dim));
            }

            thresholds.Add(Threshold(name, OperatingPoint.At(predictions, falsePositives)));
        }

        console.Write(new Ragged(table));
        thresholds.ForEach(console.WriteLine);
    }

    private static Cell[] Row(string name, Measure measure, Style style) =>
    [
        .. new[]
        {
            name, Number(measure.Decided.MacroF1, "0.000"), Percent(measure.Decided.Accuracy),
        }.Concat(measure.Points.Select(point => $"{Percent(point.Confusion.Precision)}, {Percent(point.Confusion.Recall)}"))
            .Append(Number(measure.CalibrationError, "0.000")).Select(text => new Cell(text, style)),
    ];

    private static string Threshold(string head, OperatingPoint point) => double.IsInfinity(point.Threshold)
        ? $"No probability of {head} keeps false positives below {Percent(point.FalsePositives)}."
        : $"With false positives of at most {Percent(point.FalsePositives)}, {head} begins at a probability of {Number(point.Threshold, "0.000")}: "
            + $"{Percent(point.Confusion.Recall)} of it is found, and {Percent(point.Confusion.Precision)} of what is found is right.";

    private static TableColumn Right(string name) => new TableColumn(name) { NoWrap = true }.RightAligned();

    private static string Percent(double share, string format = "0.0") => double.IsNaN(share) ? "–" : Number(share * 100, format) + " %";

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
