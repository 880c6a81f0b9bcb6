namespace Moderation.Contracts;

/// <summary>An author's data is to be erased. Everything that holds data of this author deletes it.</summary>
public sealed record AuthorErased
{
    public required string SiteId { get; init; }

    /// <summary>The keyed hash under which the author is known on this site.</summary>
    public required string AuthorKey { get; init; }
}
