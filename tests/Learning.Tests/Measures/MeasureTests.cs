using Moderation.Learning.Measures;

namespace Moderation.Learning.Tests.Measures;

/// <summary>Figures worked out by hand.</summary>
public sealed class MeasureTests
{
    // By falling score: yes yes no yes no no yes no no no.
    private static readonly Prediction[] _ten =
    [
        new(0.95, true), new(0.85, true), new(0.75, false), new(0.65, true), new(0.55, false),
        new(0.45, false), new(0.35, true), new(0.25, false), new(0.15, false), new(0.05, false),
    ];

    [Fact]
    public void Counts_what_is_right_and_what_is_wrong_at_a_threshold()
    {
        var decided = Confusion.Of(_ten, 0.5);

        Assert.Equal(new Confusion(Hits: 3, FalseAlarms: 2, Misses: 1, Passes: 4), decided);
        Assert.Equal(7 / 10.0, decided.Accuracy, 12);
        Assert.Equal(3 / 5.0, decided.Precision, 12);
        Assert.Equal(3 / 4.0, decided.Recall, 12);
        Assert.Equal(2 / 6.0, decided.FalsePositives, 12);
    }

    [Fact]
    public void Macro_F1_gives_both_answers_the_same_weight()
    {
        // Yes: 2·3 / (2·3 + 3) = 2/3. No: 2·4 / (2·4 + 3) = 8/11.
        Assert.Equal((2 / 3.0 + 8 / 11.0) / 2, Confusion.Of(_ten, 0.5).MacroF1, 12);
        // Never yes: 0, and 2·6 / (2·6 + 4) = 3/4.
        Assert.Equal(3 / 8.0, Confusion.Of(_ten, 1).MacroF1, 12);
    }

    [Theory]
    [InlineData(0, 0.85, 2, 0)]
    [InlineData(0.16, 0.85, 2, 0)]
    [InlineData(1 / 6.0, 0.65, 3, 1)]
    [InlineData(0.34, 0.55, 3, 2)]
    [InlineData(0.5, 0.35, 4, 3)]
    [InlineData(1, 0.05, 4, 6)]
    public void Finds_as_much_as_the_false_positives_allow(double allowed, double threshold, int hits, int alarms)
    {
        var point = OperatingPoint.At(_ten, allowed);

        Assert.Equal(threshold, point.Threshold);
        Assert.Equal((hits, alarms), (point.Confusion.Hits, point.Confusion.FalseAlarms));
    }

    [Fact]
    public void Texts_of_one_score_are_taken_or_left_together()
    {
        Prediction[] tied = [new(2, true), new(1, true), new(1, false), new(0, true), new(0, false), new(0, false), new(0, false)];

        Assert.Equal(2, OperatingPoint.At(tied, 0.2).Threshold);
        Assert.Equal(1, OperatingPoint.At(tied, 0.25).Threshold);
    }

    [Fact]
    public void Where_the_best_score_is_wrong_too_often_nothing_is_found()
    {
        var point = OperatingPoint.At([new(1, false), new(1, true), new(0, false)], 0.02);

        Assert.Equal(double.PositiveInfinity, point.Threshold);
        Assert.Equal(0, point.Confusion.Recall);
        Assert.Equal(double.NaN, point.Confusion.Precision);
    }

    [Fact]
    public void The_calibration_error_is_how_far_probabilities_are_from_what_happens()
    {
        // A bin each: 0.05 + 0.15 + 0.75 + 0.35 + 0.55 + 0.45 + 0.65 + 0.25 + 0.15 + 0.05 = 3.4, a tenth each.
        Assert.Equal(0.34, CalibrationError.Of(_ten), 12);
        // 0.2 is said of five, of whom one is: nothing is wrong. 1.0 is in the last bin with 0.9: |1.9 - 1| / 7.
        Prediction[] told = [new(0.2, true), new(0.2, false), new(0.2, false), new(0.2, false), new(0.2, false), new(1, true), new(0.9, false)];
        Assert.Equal(0.9 / 7, CalibrationError.Of(told), 12);
    }

    [Fact]
    public void A_measure_has_a_point_for_each_rate_and_no_calibration_error_for_scores_that_are_no_probabilities()
    {
        var measure = Measure.Of(_ten, areProbabilities: false);

        Assert.Equal([0.01, 0.02, 0.05], measure.Points.Select(point => point.FalsePositives));
        Assert.All(measure.Points, point => Assert.Equal(0.85, point.Threshold));
        Assert.Equal(double.NaN, measure.CalibrationError);
    }
}
