namespace Moderation.Contracts;

/// <summary>
/// What would these changes of the rules change, and is anything wrong with them? Asked in several requests where there are many comments;
/// without any, only the changes are looked at. Any worker answers with <see cref="PreviewAnswered"/>.
/// </summary>
public sealed record PreviewAsked
{
    /// <summary>Changes to try in place of those in force.</summary>
    public required RulesOverlay Overlay { get; init; }

    /// <summary>What was submitted lately. Judged by the text alone: of their authors nothing is known, and nothing is counted.</summary>
    public IReadOnlyList<CommentSubmitted> Comments { get; init; } = [];

    /// <summary>What stands approved. Only looked through for the entries that the changes add.</summary>
    public IReadOnlyList<CommentSubmitted> Approved { get; init; } = [];
}

/// <summary>The difference between the rules in force and those on trial.</summary>
public sealed record PreviewAnswered
{
    /// <summary>How many comments went from which outcome to which, or stayed.</summary>
    public required IReadOnlyList<OutcomeCount> Counts { get; init; }

    /// <summary>Those that changed, at most 50.</summary>
    public required IReadOnlyList<ChangedComment> Changes { get; init; }

    /// <summary>In how many approved comments the added entries were found; those found in none are left out.</summary>
    public required IReadOnlyList<EntryHits> Hits { get; init; }

    public required IReadOnlyList<RulesNotice> Notices { get; init; }

    /// <summary>The hash of the ruleset on trial.</summary>
    public required string Ruleset { get; init; }
}

/// <summary>So many comments went from one outcome to another.</summary>
public sealed record OutcomeCount
{
    /// <summary><c>approve</c>, <c>hold</c> or <c>reject</c>.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    public required int Count { get; init; }
}

/// <summary>A comment that two rulesets see differently.</summary>
public sealed record ChangedComment
{
    public required Guid CommentId { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required double ScoreBefore { get; init; }

    /// <summary>By the rules on trial.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The rules that made the difference.</summary>
    public required IReadOnlyList<string> Rules { get; init; }
}

/// <summary>An added entry was found in so many comments.</summary>
public sealed record EntryHits
{
    public string? Site { get; init; }

    public required string List { get; init; }

    public required string Language { get; init; }

    public required string Entry { get; init; }

    public required int Comments { get; init; }
}
