using Moderation.Contracts;

namespace Moderation.Dashboard.Rules;

/// <summary>What changes of the rules would have changed, and what is to be said of them.</summary>
public sealed record RulesPreview
{
    /// <summary>An added entry that is found in this share of the approved comments is warned of.</summary>
    public const double ManyHits = .05;

    /// <summary>How many comments were judged.</summary>
    public required int Judged { get; init; }

    /// <summary>How many approved comments were looked through for added entries.</summary>
    public required int Approved { get; init; }

    /// <summary>Outcomes that differ, the most frequent first.</summary>
    public required IReadOnlyList<OutcomeCount> Changed { get; init; }

    /// <summary>The newest of the comments that changed.</summary>
    public required IReadOnlyList<PreviewedComment> Comments { get; init; }

    /// <summary>Faults first. Of entries and rules that are as they were, only the faults.</summary>
    public required IReadOnlyList<RulesNotice> Notices { get; init; }

    /// <summary>Added entries found in more than <see cref="ManyHits"/> of the approved comments.</summary>
    public required IReadOnlyList<EntryHits> Frequent { get; init; }

    /// <summary>The hash of the ruleset that it makes for all sites.</summary>
    public required string Ruleset { get; init; }

    public bool HasFaults => Notices.Any(notice => notice.IsFault);

    public int ChangedCount => Changed.Sum(count => count.Count);
}

/// <summary>A comment that would have had another outcome.</summary>
public sealed record PreviewedComment(CommentSubmitted Comment, ChangedComment Change);
