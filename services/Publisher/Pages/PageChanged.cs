namespace Moderation.Publisher.Pages;

/// <summary>What the public sees of a page is another since this version. Every publisher hears it, and nobody else.</summary>
// Public, because MassTransit lets the exchange of any other type go with its last listener, and a message to it would then fail.
public sealed record PageChanged
{
    public required string SiteId { get; init; }

    public required string PageKey { get; init; }

    public required long Version { get; init; }
}
