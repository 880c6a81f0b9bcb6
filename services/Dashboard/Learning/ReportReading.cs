using Moderation.Hosting.Models;

namespace Moderation.Dashboard.Learning;

/// <summary>What a report says to those who look at it.</summary>
internal static class ReportReading
{
    private const int ManyLessons = 50;
    private const double LowAgreement = .6;

    public static ModeratorReport? Moderator(this LearningReport report, string? name) =>
        report.Moderators.FirstOrDefault(moderator => string.Equals(moderator.Name, name, StringComparison.Ordinal));

    /// <summary>Whether somebody decided much, and so otherwise than the others that an admin should look at it.</summary>
    public static bool IsOdd(this ModeratorReport moderator) =>
        moderator is { IsLeftOut: false, Lessons: >= ManyLessons, Agreement: < LowAgreement };
}
