namespace Moderation.Publisher.Pages;

/// <summary>What the public sees of these pages is another. Every publisher hears it, and nobody else.</summary>
// Public, because MassTransit lets the exchange of any other type go with its last listener, and a message to it would then fail.
public sealed record PagesChanged
{
    public required IReadOnlyList<ChangedPage> Pages { get; init; }
}

/// <summary>A page, and the version it has come to.</summary>
public sealed record ChangedPage
{
    public required string SiteId { get; init; }

    public required string PageKey { get; init; }

    public required long Version { get; init; }
}
