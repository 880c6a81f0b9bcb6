using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>How a case stands, as stored and as the API spells it.</summary>
internal static class CaseStates
{
    public const string Held = "held";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    public static IReadOnlyList<string> All { get; } = [Held, Approved, Rejected];

    public static bool Knows(string state) => state is Held or Approved or Rejected;

    public static string After(IDecision decision) => decision switch
    {
        CommentApproved => Approved,
        CommentHeld => Held,
        CommentRejected => Rejected,
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}
