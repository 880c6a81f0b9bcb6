using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Decisions;

/// <summary>What a moderator says about one comment.</summary>
internal sealed record ModeratorDecision
{
    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string Spam = "spam";

    public required Guid CommentId { get; init; }

    /// <summary><see cref="Approve"/>, <see cref="Reject"/> or <see cref="Spam"/>.</summary>
    public required string Decision { get; init; }

    /// <summary>The sequence the moderator saw. Without one the decision counts only while the case is held.</summary>
    public long? Sequence { get; init; }

    /// <summary>Up to 1,000 characters for other moderators.</summary>
    public string? Note { get; init; }

    public string StateAfter => Decision == Approve ? CaseStates.Approved : CaseStates.Rejected;

    public static bool Knows(string decision) => decision is Approve or Reject or Spam;
}
