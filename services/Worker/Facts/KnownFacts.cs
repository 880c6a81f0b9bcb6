using Moderation.Hosting.Sites;

namespace Moderation.Worker.Facts;

/// <summary>What is known about a comment beyond its text. Read once a comment, before the rules.</summary>
internal sealed record KnownFacts
{
    /// <summary>Nothing speaks against the comment, and its author is new.</summary>
    public static readonly KnownFacts Nothing = new();

    public FactsState State { get; init; }

    /// <summary>Where more comments came from than the rate allows.</summary>
    public RateDimensions TooFast { get; init; }

    /// <summary>How often the same text was seen on the site within the window, this comment not counted.</summary>
    public long SeenBefore { get; init; }

    /// <summary>
    /// How often the same or nearly the same text was seen on the site within the window, this comment not counted. An
    /// estimate: see <see cref="NearTextKeys"/>. 0 for a text that is too short for it.
    /// </summary>
    public long NearlySeenBefore { get; init; }

    /// <summary>How many comments of the author stand approved.</summary>
    public long Approved { get; init; }

    /// <summary>How many comments of the author stand rejected.</summary>
    public long Rejected { get; init; }

    /// <summary>What moderators decided about the author, or about where the comment came from.</summary>
    public Standing Standing { get; init; }
}
