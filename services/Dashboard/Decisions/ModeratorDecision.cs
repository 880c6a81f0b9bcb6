using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Decisions;

/// <summary>What a moderator says about one comment.</summary>
internal sealed record ModeratorDecision
{
    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string Spam = "spam";
    public const string Hold = "hold";

    /// <summary>How long the desk lets a moderator take a decision back before anybody outside hears of it.</summary>
    public static readonly TimeSpan TimeToUndo = TimeSpan.FromSeconds(10);

    public required Guid CommentId { get; init; }

    /// <summary><see cref="Approve"/>, <see cref="Reject"/>, <see cref="Spam"/> or <see cref="Hold"/>.</summary>
    public required string Decision { get; init; }

    /// <summary>The sequence the moderator saw. Without one the decision counts only while the case is held, and <see cref="Hold"/> only while it is not.</summary>
    public long? Sequence { get; init; }

    /// <summary>Up to 1,000 characters for other moderators.</summary>
    public string? Note { get; init; }

    /// <summary>One of <see cref="DecisionReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The decision stands at once on all desks, and is handed to the bus when this is over; none for at once.</summary>
    public TimeSpan UndoWindow { get; init; }

    public string StateAfter => StateOf(Decision);

    public static bool Knows(string decision) => decision is Approve or Reject or Spam or Hold;

    public static string StateOf(string decision) => decision switch
    {
        Approve => CaseStates.Approved,
        Hold => CaseStates.Held,
        _ => CaseStates.Rejected,
    };
}
