using Moderation.Hosting.Models;

namespace Moderation.Dashboard.Learning;

/// <summary>How learning stands on a site.</summary>
internal sealed record SiteLearning
{
    /// <summary>Null when the learner has left none.</summary>
    public required LearningReport? Report { get; init; }

    /// <summary>What was asked for and the report does not show yet.</summary>
    public required IReadOnlyList<LearningRequest> Waiting { get; init; }

    /// <summary>Whether the learner has not taken what it should have by now.</summary>
    public required bool IsSilent { get; init; }
}
