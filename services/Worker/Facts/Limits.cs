namespace Moderation.Worker.Facts;

/// <summary>The numbers of the ruleset that the facts are counted by.</summary>
internal sealed record Limits
{
    /// <summary>By what is counted; a dimension that is not there is not limited.</summary>
    public required IReadOnlyDictionary<RateDimensions, Rate> Rates { get; init; }

    /// <summary>How long a text is remembered from when it was first seen.</summary>
    public required TimeSpan RepeatWindow { get; init; }

    /// <summary>Texts of fewer characters, as a person counts them, are never called repeated.</summary>
    public required int ShortestRepeat { get; init; }
}
