using Moderation.Hosting.Models;

namespace Moderation.Learner.Versions;

/// <summary>A model that was handed to the workers.</summary>
internal sealed record ModelVersion
{
    public required long Version { get; init; }

    /// <summary>The newest entry of the log in it.</summary>
    public required long Number { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long MadeAt { get; init; }

    public required long Lessons { get; init; }

    public required string Cause { get; init; }

    public string? RequestedBy { get; init; }

    public double? AbuseAccuracy { get; init; }

    public double? SpamAccuracy { get; init; }

    /// <summary>The version of the model itself.</summary>
    public required string Model { get; init; }

    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(MadeAt);

    public VersionReport Report => new(Version, At, (int)Lessons, Cause, RequestedBy, AbuseAccuracy, SpamAccuracy);
}
