namespace Moderation.Hosting.Models;

/// <summary>What a site's model has learned, of whom, and how well it would have told each decision beforehand.</summary>
public sealed record LearningReport
{
    /// <summary>The version in force; 0 when nothing is learned yet.</summary>
    public required long Version { get; init; }

    /// <summary>The version of the model that all sites start from.</summary>
    public required string Baseline { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<HeadReport> Heads { get; init; }

    /// <summary>The kept versions, the newest first; the first is in force.</summary>
    public required IReadOnlyList<VersionReport> Versions { get; init; }

    /// <summary>The one who taught most first.</summary>
    public required IReadOnlyList<ModeratorReport> Moderators { get; init; }
}

/// <summary>How one head of the model stands.</summary>
public sealed record HeadReport
{
    /// <summary><c>abuse</c> or <c>spam</c>.</summary>
    public required string Head { get; init; }

    /// <summary>How many lessons say that it is not.</summary>
    public required int Fine { get; init; }

    /// <summary>How many lessons say that it is.</summary>
    public required int Refused { get; init; }

    /// <summary>How many of each it takes until what was learned counts.</summary>
    public required int Needed { get; init; }

    /// <summary>Whether what was learned counts; until then the model's head is the one that all sites start from.</summary>
    public required bool Counts { get; init; }

    public required PredictionReport Predictions { get; init; }

    /// <summary>How the model that all sites start from did on the same decisions.</summary>
    public required PredictionReport OfBaseline { get; init; }

    /// <summary>The same in the course of time, oldest first, at most 100 points: after so many lessons, the share told rightly of the last ones.</summary>
    public required IReadOnlyList<CoursePoint> Course { get; init; }
}

/// <summary>How well the last decisions were told beforehand: each was scored before it was learned (progressive validation).</summary>
/// <param name="Decisions">How many decisions it is about, at most 500.</param>
/// <param name="Accuracy">The share told rightly, at a probability of one half; 0 to 1.</param>
/// <param name="Precision">Of those told to be refused, the share that were; null when none was told so.</param>
/// <param name="Recall">Of those refused, the share that was told so; null when none was refused.</param>
public sealed record PredictionReport(int Decisions, double Accuracy, double? Precision, double? Recall);

/// <param name="Lessons">After so many lessons.</param>
/// <param name="Accuracy">The share of the last 100 that the site's model told rightly.</param>
/// <param name="OfBaseline">The share of the same that the model told rightly that all sites start from.</param>
public sealed record CoursePoint(int Lessons, double Accuracy, double OfBaseline);

/// <param name="Version">Its number.</param>
/// <param name="At">When it was made.</param>
/// <param name="Lessons">How many lessons are in it.</param>
/// <param name="Cause">Why it was made: <c>learned</c>, <c>unlearned</c>, <c>went-back</c>, <c>left-out</c>, <c>taken-in</c> or <c>erased</c>.</param>
/// <param name="By">The admin who asked for it; null when nobody did.</param>
/// <param name="AbuseAccuracy">Of the last decisions before it, the share told rightly; null without any.</param>
/// <param name="SpamAccuracy">The same for spam.</param>
public sealed record VersionReport(
    long Version, DateTimeOffset At, int Lessons, string Cause, string? By, double? AbuseAccuracy, double? SpamAccuracy);

/// <param name="Name">The user name.</param>
/// <param name="Lessons">How many comments they taught.</param>
/// <param name="Refused">How many of them they refused.</param>
/// <param name="Share">Their share of all the weight that the model learned with, 0 to 1.</param>
/// <param name="Agreement">The share of their decisions that the model told beforehand; null without any.</param>
/// <param name="IsLeftOut">Whether an admin had what they taught unlearned.</param>
public sealed record ModeratorReport(string Name, int Lessons, int Refused, double Share, double? Agreement, bool IsLeftOut);
