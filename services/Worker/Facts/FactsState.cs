namespace Moderation.Worker.Facts;

/// <summary>How far facts can be relied on.</summary>
internal enum FactsState
{
    /// <summary>Every fact was looked up.</summary>
    Complete,

    /// <summary>Redis did not answer; the rates are this process's own, and nothing is known of the author.</summary>
    Degraded,

    /// <summary>The comment's site is not in this worker's list, so nothing could be looked up.</summary>
    UnknownSite,

    /// <summary>The author had everything erased after the comment was submitted.</summary>
    Erased,
}
