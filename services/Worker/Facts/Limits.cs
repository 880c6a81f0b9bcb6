namespace Moderation.Worker.Facts;

/// <summary>The numbers of the ruleset that the facts are counted by.</summary>
internal sealed record Limits
{
    /// <summary>How many comments one address or author may post at once.</summary>
    public required int Burst { get; init; }

    /// <summary>After a burst, one more comment is allowed each time this has passed.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>How long a text is remembered from when it was first seen.</summary>
    public required TimeSpan RepeatWindow { get; init; }

    /// <summary>Texts of fewer characters, as a person counts them, are never called repeated.</summary>
    public required int ShortestRepeat { get; init; }
}
