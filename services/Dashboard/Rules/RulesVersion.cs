using Moderation.Contracts;

namespace Moderation.Dashboard.Rules;

/// <summary>The desk's changes of the rules as they once were saved.</summary>
public sealed record RulesVersion
{
    /// <summary>Before anything was changed.</summary>
    public static readonly RulesVersion None = new() { Version = 0, Overlay = RulesOverlay.Empty, SavedBy = "", SavedAt = DateTimeOffset.UnixEpoch };

    /// <summary>Counted from 1; 0 for <see cref="None"/>.</summary>
    public required long Version { get; init; }

    public required RulesOverlay Overlay { get; init; }

    public required string SavedBy { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public string? Note { get; init; }

    /// <summary>The version that was brought back; null for a new one.</summary>
    public long? Restores { get; init; }

    /// <summary>The hash of the ruleset that it made, with the files of then; null when no worker was asked.</summary>
    public string? Ruleset { get; init; }
}
