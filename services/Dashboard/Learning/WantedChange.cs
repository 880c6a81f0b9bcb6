using Moderation.Contracts;

namespace Moderation.Dashboard.Learning;

/// <param name="Change">What to do.</param>
/// <param name="Version">To go back to, and only then.</param>
/// <param name="Moderator">To leave out or to take in, and only then.</param>
public sealed record WantedChange(LearningChange Change, long? Version, string? Moderator);
