namespace Moderation.Dashboard.Queue;

/// <summary>Something to filter by.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Values">Those that are offered.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values);

/// <summary>One value to filter by.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Count">How many held cases have it, where that is known.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsChosen">Whether it is filtered by now.</param>
public sealed record FacetValue(string Words, long? Count, string Address, bool IsChosen);
