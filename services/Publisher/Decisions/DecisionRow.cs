using Moderation.Contracts;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Decisions;

/// <summary>A decision as it is stored: nothing in it that the public may not see.</summary>
internal sealed record DecisionRow
{
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

    public required string? PageUrl { get; init; }

    public required string PageTitle { get; init; }

    public bool IsPublished => State == CommentState.Published;

    /// <param name="decision">The decision.</param>
    /// <param name="comment">What is to be public of the comment; null withholds it.</param>
    /// <param name="page">What is to be public of its page.</param>
    public static DecisionRow Of(IDecision decision, PublicComment? comment, PublicPage? page) => new()
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
        PageUrl = page?.Url,
        PageTitle = page?.Title ?? "",
    };
}
