using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Counts;

/// <summary>How much there is to do on the sites of a moderator; lists begin with the most. All but <see cref="States"/> counts only what is held.</summary>
internal sealed record DeskCounts
{
    /// <summary>How far decided cases are counted.</summary>
    public const long Bound = 10_000;

    /// <summary>By <c>held</c>, <c>approved</c> and <c>rejected</c>; the held ones are all counted, others up to <see cref="Bound"/>.</summary>
    public required IReadOnlyDictionary<string, BoundedCount> States { get; init; }

    public required IReadOnlyList<ValueCount> Sites { get; init; }

    public required IReadOnlyList<ValueCount> Rules { get; init; }

    public required IReadOnlyList<ValueCount> Labels { get; init; }

    /// <summary>As the websites gave them; <see cref="CaseQuery.NoLanguage"/> when they did not.</summary>
    public required IReadOnlyList<ValueCount> Languages { get; init; }

    /// <summary>The pages with the most of them.</summary>
    public required IReadOnlyList<PageCount> Pages { get; init; }

    /// <summary>When the one that waits the longest was submitted; null when none waits.</summary>
    public required DateTimeOffset? OldestWaiting { get; init; }

    public long Waiting => States[CaseStates.Held].Count;
}

/// <summary>How many held cases have a value.</summary>
internal sealed record ValueCount(string Value, long Count);

/// <summary>How many held cases a page has.</summary>
internal sealed record PageCount(string Site, string Id, string Title, long Count);
