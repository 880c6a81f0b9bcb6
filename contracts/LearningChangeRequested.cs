using System.Text.Json.Serialization;

namespace Moderation.Contracts;

/// <summary>An admin wants a site's model to be otherwise. May come more than once; each is carried out once.</summary>
public sealed record LearningChangeRequested
{
    public required Guid RequestId { get; init; }

    public required string SiteId { get; init; }

    public required LearningChange Change { get; init; }

    /// <summary>The version to go back to, of the latest report; null unless it is a <see cref="LearningChange.GoBack"/>.</summary>
    public long? Version { get; init; }

    /// <summary>The moderator who is meant; null where none is.</summary>
    public string? Moderator { get; init; }

    /// <summary>The admin's user name.</summary>
    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
}

/// <summary>What may be asked of the learner.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LearningChange>))]
public enum LearningChange
{
    /// <summary>Takes a kept version up again, without anything that was learned after it; learning goes on from there.</summary>
    GoBack,

    /// <summary>Unlearns everything that one moderator taught, and learns no more of them.</summary>
    LeaveOut,

    /// <summary>Learns of a moderator again who was left out, also what they taught meanwhile.</summary>
    TakeIn,
}
