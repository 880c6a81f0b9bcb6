using Moderation.Hosting.Models;

namespace Moderation.Dashboard.Tests.Learning;

/// <summary>What a learner leaves.</summary>
internal static class Reports
{
    /// <summary>Version 17: abuse counts, spam does not yet; <c>asha</c> agrees with the model, <c>vikram</c> does not.</summary>
    public static LearningReport Mixed(DateTimeOffset at) => new()
    {
        Version = 17,
        Baseline = "b-1",
        At = at,
        Heads =
        [
            Head("abuse", 620, 214, new PredictionReport(500, .93, .88, .81), new PredictionReport(500, .79, .6, .44)),
            Head("spam", 38, 12, new PredictionReport(50, .9, null, .25), new PredictionReport(50, .86, null, 0)),
        ],
        Versions =
        [
            new VersionReport(17, at, 884, "learned", null, .93, .9),
            new VersionReport(12, at.AddHours(-1), 800, "left-out", "admin", .9, null),
            new VersionReport(9, at.AddHours(-2), 700, "learned", null, null, null),
        ],
        Moderators =
        [
            new ModeratorReport("asha", 500, 90, .6, .95, false),
            new ModeratorReport("vikram", 300, 280, .3, .31, false),
            new ModeratorReport("old.hand", 84, 20, 0, .7, true),
        ],
    };

    public static LearningReport With(this LearningReport report, ModeratorReport moderator) =>
        report with { Moderators = [.. report.Moderators.Where(one => one.Name != moderator.Name), moderator] };

    private static HeadReport Head(string head, int fine, int refused, PredictionReport predictions, PredictionReport baseline) => new()
    {
        Head = head,
        Fine = fine,
        Refused = refused,
        Needed = 50,
        Counts = fine >= 50 && refused >= 50,
        Predictions = predictions,
        OfBaseline = baseline,
        Course = [new CoursePoint(100, .81, .8), new CoursePoint(fine + refused, predictions.Accuracy, baseline.Accuracy)],
    };
}
