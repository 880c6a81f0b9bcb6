using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Decisions;

/// <summary>One decision on all held cases that a query finds, or on cases picked one by one.</summary>
internal sealed record BulkDecision
{
    /// <summary>What was confirmed is the filter, not a page of it: its state is held whatever it says.</summary>
    public CaseQuery? Query { get; init; }

    /// <summary>When the moderator saw the count; cases filed later were not meant.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The cases picked, with the sequences the moderator saw; instead of a query.</summary>
    public IReadOnlyList<SeenCase> Picked { get; init; } = [];

    /// <summary>One of <see cref="ModeratorDecision"/>'s.</summary>
    public required string Decision { get; init; }

    /// <summary>How many the moderator confirmed; no more are decided.</summary>
    public required long ExpectedCount { get; init; }

    public string? Note { get; init; }

    /// <summary>One of <see cref="DecisionReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Begins when all are decided.</summary>
    public TimeSpan UndoWindow { get; init; }
}

/// <summary>How far an act has come.</summary>
/// <param name="Done">Cases decided, or taken back.</param>
/// <param name="Conflicts">Cases that somebody else decided meanwhile, and that stay as they are.</param>
/// <param name="Of">How many there are to do.</param>
internal readonly record struct BulkProgress(long Done, long Conflicts, long Of);

/// <summary>What became of an act.</summary>
internal sealed record BulkResult
{
    public required Guid ActId { get; init; }

    public required long Decided { get; init; }

    /// <summary>Somebody else decided these meanwhile, or they are gone.</summary>
    public required long Conflicts { get; init; }

    /// <summary>The cases that were decided, with their new sequences.</summary>
    public required IReadOnlyList<SeenCase> Cases { get; init; }

    /// <summary>Until when all of it can be undone unheard; null when it was handed on at once.</summary>
    public required DateTimeOffset? ReleaseAt { get; init; }
}

/// <summary>What became of the undoing of an act.</summary>
/// <param name="Undone">Taken back before anybody outside heard of it.</param>
/// <param name="Reversed">Taken back by new decisions.</param>
/// <param name="Conflicts">Changed by somebody since, and left as they are.</param>
internal readonly record struct BulkUndoResult(long Undone, long Reversed, long Conflicts);
