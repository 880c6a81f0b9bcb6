namespace Moderation.Dashboard.Live;

/// <summary>What happened since the last news, for the sites of one desk. Empty lists come when only <see cref="Health"/> changed.</summary>
internal sealed record News
{
    public required IReadOnlyList<CaseChange> Cases { get; init; }

    public required IReadOnlyList<LeaseChange> Leases { get; init; }

    public required DeskHealth Health { get; init; }
}

/// <summary>What the desk depends on.</summary>
/// <param name="IsStoreDown">The database does not answer: what is shown may be old, and nothing can be decided.</param>
/// <param name="Undelivered">Decisions that are saved and should have been handed to the bus a while ago.</param>
internal sealed record DeskHealth(bool IsStoreDown, long Undelivered);
