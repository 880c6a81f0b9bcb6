using Moderation.Contracts;

namespace Moderation.Submission.Authors;

/// <summary>The wish of an author that what is kept of them be erased.</summary>
internal sealed record Erasure(Guid Id, string SiteId, string AuthorKey, DateTimeOffset RequestedAt)
{
    public AuthorErased Of(IReadOnlyList<Guid> comments) => new()
    {
        ErasureId = Id,
        SiteId = SiteId,
        AuthorKey = AuthorKey,
        ErasedAt = RequestedAt,
        CommentIds = comments,
    };
}
