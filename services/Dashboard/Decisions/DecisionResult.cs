using System.Text.Json.Serialization;

namespace Moderation.Dashboard.Decisions;

/// <summary>What became of a moderator's decision: <c>decided</c>, <c>conflict</c> with the one that was first, or <c>unknown</c> comment. The rest is how the case stands now.</summary>
internal sealed record DecisionResult(string Id, string Result, string? State, string? DecidedBy, long? Sequence)
{
    public const string Decided = "decided";
    public const string Conflict = "conflict";
    public const string Unknown = "unknown";

    /// <summary>Taken back before anybody outside heard of it.</summary>
    public const string Undone = "undone";

    /// <summary>Taken back by a new decision, as the old one was already out.</summary>
    public const string Reversed = "reversed";

    /// <summary>Until when it can be undone unheard; null when it was handed on at once.</summary>
    [JsonIgnore]
    public DateTimeOffset? ReleaseAt { get; init; }

    /// <summary>When the decision that stands was made.</summary>
    [JsonIgnore]
    public DateTimeOffset? DecidedAt { get; init; }

    public static DecisionResult OfUnknown(Guid comment) => new(comment.ToString(), Unknown, null, null, null);
}
