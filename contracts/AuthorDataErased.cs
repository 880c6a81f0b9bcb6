namespace Moderation.Contracts;

/// <summary>A service has done its part of an erasure (<see cref="AuthorErased"/>).</summary>
public sealed record AuthorDataErased
{
    public required Guid ErasureId { get; init; }

    public required string SiteId { get; init; }

    /// <summary><c>submission</c>, <c>worker</c>, <c>dashboard</c>, <c>publisher</c> or <c>learner</c>.</summary>
    public required string Service { get; init; }
}
