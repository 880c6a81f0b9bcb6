namespace Moderation.Contracts;

/// <summary>The page a comment was written under.</summary>
public sealed record Page
{
    /// <summary>The website's own id of the page; 1 to 200 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Absolute http or https address.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }
}

/// <summary>Who wrote a comment, as they said themselves.</summary>
public sealed record Author
{
    public required string Name { get; init; }

    /// <summary>Private: moderators see it, nobody else does. The publisher never stores it.</summary>
    public string? Email { get; init; }

    /// <summary>Absolute http or https address.</summary>
    public string? Url { get; init; }
}

/// <summary>Where a comment came from on the network. Believed only from the connection itself or from a caller with the site's secret.</summary>
public sealed record Client
{
    /// <summary>IPv4 or IPv6 address in its usual text form.</summary>
    public string? Ip { get; init; }

    public string? UserAgent { get; init; }

    public string? Referrer { get; init; }
}

/// <summary>What the reply form noticed about who filled it in. Nobody has to send it, and a bot may lie.</summary>
public sealed record Form
{
    /// <summary>Whether the field was filled that people do not see.</summary>
    public bool Trapped { get; init; }

    /// <summary>Seconds from the form's appearance to its sending.</summary>
    public double? Seconds { get; init; }

    /// <param name="trap">What was in the field that people do not see.</param>
    /// <param name="seconds">As the form says; what is no number from 0 to a day's 86,400 seconds says nothing.</param>
    public static Form Of(string? trap, double? seconds) => new()
    {
        Trapped = !string.IsNullOrWhiteSpace(trap),
        Seconds = seconds is >= 0 and <= 86_400 ? seconds : null,
    };
}
