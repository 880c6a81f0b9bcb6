namespace Moderation.Contracts;

/// <summary>
/// A moderator asked that an author's data be erased. Submission, which keeps the erasures, writes it down and tells everybody
/// with <see cref="AuthorErased"/>. May come more than once.
/// </summary>
public sealed record ErasureRequested
{
    public required Guid ErasureId { get; init; }

    public required string SiteId { get; init; }

    /// <summary>The keyed hash under which the author is known on this site.</summary>
    public required string AuthorKey { get; init; }

    /// <summary>What the author submitted later stays.</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
