namespace Moderation.Dashboard.Numbers;

/// <summary>How the desk is doing, on the sites of whoever asks.</summary>
internal sealed record DeskNumbers
{
    public required long Waiting { get; init; }

    /// <summary>How long the oldest of them waits; null when none does.</summary>
    public required TimeSpan? OldestWait { get; init; }

    /// <summary>The last 48 hours, the oldest first, the hour that runs now last.</summary>
    public required IReadOnlyList<Hour> Hours { get; init; }

    /// <summary>The last 14 days in UTC, the oldest first, today last.</summary>
    public required IReadOnlyList<Day> Days { get; init; }

    /// <summary>From when a comment was held until a moderator first decided, over the last seven days; null when nothing was decided.</summary>
    public required TimeSpan? MedianTimeToDecide { get; init; }

    /// <summary>What moderators approved within the last 30 days and let out.</summary>
    public required long Approvals { get; init; }

    /// <summary>How many of <see cref="Approvals"/> a moderator rejected or held afterwards.</summary>
    public required long Overturned { get; init; }

    /// <summary>Who decided most within the last seven days.</summary>
    public required IReadOnlyList<ModeratorNumbers> Moderators { get; init; }

    public long DecidedLastHour => Hours[^1].Decided + Hours[^2].Decided;
}

/// <param name="Start">When it began, UTC.</param>
/// <param name="Held">What the rules held in it.</param>
/// <param name="Approved">What moderators approved in it.</param>
/// <param name="Rejected">What moderators rejected in it.</param>
internal sealed record Hour(DateTimeOffset Start, long Held, long Approved, long Rejected)
{
    public long Decided => Approved + Rejected;
}

/// <param name="Start">Midnight, UTC.</param>
/// <param name="MedianTimeToDecide">Of what was first decided on it; null when nothing was.</param>
internal sealed record Day(DateTimeOffset Start, TimeSpan? MedianTimeToDecide);

/// <summary>What one moderator decided.</summary>
internal sealed record ModeratorNumbers
{
    public required string Name { get; init; }

    public required long Decided { get; init; }

    public required long Approved { get; init; }
}
