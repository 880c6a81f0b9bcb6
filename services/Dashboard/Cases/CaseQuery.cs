using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Cases;

/// <summary>Which cases to show. Everything that is set must be true of a case.</summary>
internal sealed record CaseQuery
{
    /// <summary>The <see cref="Language"/> of cases whose website did not say.</summary>
    public const string NoLanguage = "und";

    /// <summary><c>held</c>, <c>approved</c> or <c>rejected</c>; null for all.</summary>
    public string? State { get; init; } = CaseStates.Held;

    /// <summary>The sites of whoever asks; cases of others are not found.</summary>
    public SiteScope Scope { get; init; } = SiteScope.All;

    public string? Site { get; init; }

    /// <summary>The website's own id of the page.</summary>
    public string? Page { get; init; }

    /// <summary>A rule that spoke, whatever it added.</summary>
    public string? Rule { get; init; }

    public string? Label { get; init; }

    /// <summary>As the website gave it, or <see cref="NoLanguage"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Waiting at least since then.</summary>
    public DateTimeOffset? SubmittedUntil { get; init; }

    /// <summary>Not waiting longer than since then.</summary>
    public DateTimeOffset? SubmittedSince { get; init; }

    /// <summary>On file when somebody looked; what came later was not seen.</summary>
    public DateTimeOffset? FiledUntil { get; init; }

    /// <summary>On file since then.</summary>
    public DateTimeOffset? FiledSince { get; init; }

    /// <summary>Part of the text or of the author's name; letter case does not count.</summary>
    public string? Phrase { get; init; }

    /// <summary>The author's exact email or name, or their key.</summary>
    public string? Author { get; init; }

    /// <summary>Null for what suits the state: held ones oldest first, others by the newest decision, all by the newest submission.</summary>
    public CaseOrder? Order { get; init; }

    /// <summary>Where the page before ended.</summary>
    public CaseCursor? After { get; init; }

    public int Limit { get; init; } = 50;

    public CaseOrder OrderInForce => Order ?? State switch
    {
        CaseStates.Held => CaseOrder.Oldest,
        null => CaseOrder.Newest,
        _ => CaseOrder.Decided,
    };
}

/// <summary>A page of cases, and where the next one starts; null at the end.</summary>
internal sealed record CasePage(IReadOnlyList<Case> Items, CaseCursor? Next);

/// <summary>How many there are, counted up to a bound.</summary>
/// <param name="Count">Never more than the bound.</param>
/// <param name="IsMore">Whether there are more than that.</param>
internal readonly record struct BoundedCount(long Count, bool IsMore);
