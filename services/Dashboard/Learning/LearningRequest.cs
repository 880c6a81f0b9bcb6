using Moderation.Contracts;
using Moderation.Hosting.Models;

namespace Moderation.Dashboard.Learning;

/// <summary>A change that an admin asked for, and how far it has come.</summary>
internal sealed record LearningRequest
{
    // The clocks of two machines, and a learner that has much to do.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public required LearningChangeRequested Message { get; init; }

    /// <summary>The version in force when it was asked.</summary>
    public required long VersionBefore { get; init; }

    /// <summary>Null until the bus has taken it.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Whether the report shows it.</summary>
    public bool IsIn(LearningReport report) => Message.Change switch
    {
        LearningChange.GoBack => report.Versions.Any(version => version.Version > VersionBefore && IsOf(version)),
        LearningChange.LeaveOut => report.Moderator(Message.Moderator) is { IsLeftOut: true },
        _ => report.Moderator(Message.Moderator) is { IsLeftOut: false },
    };

    /// <summary>Whether the learner has gone on since without it: the version that it made is gone again, or it refused.</summary>
    public bool IsPassed(LearningReport report) => PublishedAt is { } published && report.At > published + _patience;

    /// <summary>Whether the learner should have done it by now.</summary>
    public bool IsLate(DateTimeOffset now) => PublishedAt is { } published && now > published + _patience;

    // A version of several changes at once is named by the last of them.
    private bool IsOf(VersionReport version) => version.Cause == VersionCauses.WentBack || (version.By == Message.RequestedBy && version.At > Message.RequestedAt);
}
