using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Cases;

/// <summary>Which cases to show: the held ones oldest first, the others by the newest decision.</summary>
internal sealed record CaseQuery
{
    public string State { get; init; } = CaseStates.Held;

    public string? Site { get; init; }

    /// <summary>The sites of whoever asks; cases of others are not found.</summary>
    public SiteScope Scope { get; init; } = SiteScope.All;

    /// <summary>Words in the text or in the author's name; letter case does not count.</summary>
    public string? Phrase { get; init; }

    /// <summary>The author's exact email or name.</summary>
    public string? Author { get; init; }

    /// <summary>Where the page before ended.</summary>
    public CaseCursor? After { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A page of cases, and where the next one starts; null at the end.</summary>
internal sealed record CasePage(IReadOnlyList<Case> Items, CaseCursor? Next);
