using Moderation.Contracts;

namespace Moderation.Dashboard.Learning;

/// <summary>What the learner can be asked for, as the API, the tables and the audit spell it.</summary>
internal static class ChangeWords
{
    public const string GoBack = "go-back";
    public const string LeaveOut = "leave-out";
    public const string TakeIn = "take-in";

    public static string Of(LearningChange change) => change switch
    {
        LearningChange.GoBack => GoBack,
        LearningChange.LeaveOut => LeaveOut,
        LearningChange.TakeIn => TakeIn,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    /// <returns>Null when it is none.</returns>
    public static LearningChange? Parse(string? word) => word switch
    {
        GoBack => LearningChange.GoBack,
        LeaveOut => LearningChange.LeaveOut,
        TakeIn => LearningChange.TakeIn,
        _ => null,
    };

    /// <summary>What the audit calls it.</summary>
    public static string ActOf(LearningChange change) => $"learning-{Of(change)}";
}
