using Moderation.Contracts;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Decisions;

/// <summary>A decision as it is stored: nothing in it that the public may not see.</summary>
internal sealed record DecisionRow
{
    // The greatest number that JavaScript counts to: websites are told it.
    private const long Last = (1L << 53) - 1;

    public required string Id { get; init; }

    public required string SiteId { get; init; }

    public required string PageKey { get; init; }

    public required string? ParentId { get; init; }

    public required string State { get; init; }

    public required string Name { get; init; }

    public required string? Url { get; init; }

    public required string Body { get; init; }

    public required string Avatar { get; init; }

    public required long Sequence { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long DecidedAt { get; init; }

    /// <summary>Since when an archive says that the comment is public, in Unix milliseconds; null for now.</summary>
    public required long? PublicSince { get; init; }

    /// <summary>Null when it tells somebody's contact details; never stored.</summary>
    public required string? PageId { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long? SubmittedAt { get; init; }

    /// <summary>Never sent out.</summary>
    public required string? AuthorKey { get; init; }

    public required string? PageUrl { get; init; }

    public required string PageTitle { get; init; }

    public bool IsErasing => Sequence == Last;

    public bool IsPublished => State == CommentState.Published;

    /// <param name="decision">The decision.</param>
    /// <param name="comment">What is to be public of the comment; null withholds it.</param>
    /// <param name="page">What is to be public of its page.</param>
    /// <param name="authorKey">Under what the author is known on the site; null without an email.</param>
    public static DecisionRow Of(IDecision decision, PublicComment? comment, PublicPage? page, string? authorKey) => new()
    {
        Id = decision.Comment.CommentId.ToString(),
        SiteId = decision.Comment.SiteId,
        PageKey = Pages.PageKey.Of(decision.Comment.Page.Id),
        ParentId = decision.Comment.ParentId?.ToString(),
        State = comment is null ? CommentState.Withheld : CommentState.Published,
        Name = comment?.Name ?? "",
        Url = comment?.Url,
        Body = comment?.Body ?? "",
        Avatar = comment?.Avatar ?? "",
        Sequence = decision.Sequence,
        DecidedAt = decision.DecidedAt.ToUnixTimeMilliseconds(),
        PublicSince = decision.DecidedBy == IDecision.Import ? decision.DecidedAt.ToUnixTimeMilliseconds() : null,
        PageId = page?.Id,
        // What is not public does not say how its page is called.
        PageUrl = comment is null ? null : page?.Url,
        PageTitle = comment is null ? "" : page?.Title ?? "",
        SubmittedAt = decision.Comment.SubmittedAt.ToUnixTimeMilliseconds(),
        AuthorKey = authorKey,
    };

    /// <summary>The author's own decision, after which there is no other.</summary>
    public static DecisionRow Erasing(string id, string siteId, string pageKey, string? parentId, long erasedAt) => new()
    {
        Id = id,
        SiteId = siteId,
        PageKey = pageKey,
        ParentId = parentId,
        State = CommentState.Withheld,
        Name = "",
        Url = null,
        Body = "",
        Avatar = "",
        Sequence = Last,
        DecidedAt = erasedAt,
        PublicSince = null,
        PageId = null,
        SubmittedAt = null,
        AuthorKey = null,
        PageUrl = null,
        PageTitle = "",
    };
}
