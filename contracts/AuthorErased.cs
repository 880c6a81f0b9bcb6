namespace Moderation.Contracts;

/// <summary>
/// An author's data is to be erased. Everything that holds data of this author's comments submitted up to <see cref="ErasedAt"/>
/// deletes it, takes none of it in again, and answers with <see cref="AuthorDataErased"/>. Sent again until all have answered, and once more.
/// </summary>
public sealed record AuthorErased
{
    public required Guid ErasureId { get; init; }

    public required string SiteId { get; init; }

    /// <summary>The keyed hash under which the author is known on this site.</summary>
    public required string AuthorKey { get; init; }

    /// <summary>What the author submitted later is new, and stays.</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>The newest of the author's comments, for what is kept under nothing but their ids.</summary>
    public IReadOnlyList<Guid> CommentIds { get; init; } = [];
}
