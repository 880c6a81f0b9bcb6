namespace Moderation.Dashboard.Decisions;

/// <summary>What became of a moderator's decision: <c>decided</c>, <c>conflict</c> with the one that was first, or <c>unknown</c> comment. The rest is how the case stands now.</summary>
internal sealed record DecisionResult(string Id, string Result, string? State, string? DecidedBy, long? Sequence)
{
    public const string Decided = "decided";
    public const string Conflict = "conflict";
    public const string Unknown = "unknown";

    public static DecisionResult OfUnknown(Guid comment) => new(comment.ToString(), Unknown, null, null, null);
}
