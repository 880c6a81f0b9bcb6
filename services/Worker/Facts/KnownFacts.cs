namespace Moderation.Worker.Facts;

/// <summary>What is known about a comment beyond its text. Read once a comment, before the rules.</summary>
internal sealed record KnownFacts
{
    /// <summary>Nothing speaks against the comment, and its author is new.</summary>
    public static readonly KnownFacts Nothing = new();

    public FactsState State { get; init; }

    /// <summary>By what more comments came than its rate allows.</summary>
    public RateDimensions TooFast { get; init; }

    /// <summary>How often the same text was seen on the site within the window, this comment not counted.</summary>
    public long SeenBefore { get; init; }

    /// <summary>How often nearly the same text was seen on the site within the window, this comment not counted.</summary>
    public long NearlySeenBefore { get; init; }

    /// <summary>How many comments of the author stand approved.</summary>
    public long Approved { get; init; }

    /// <summary>How many comments of the author stand rejected.</summary>
    public long Rejected { get; init; }
}
