using System.Text.Json;
using System.Text.Json.Serialization;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Decisions;

namespace Moderation.Publisher.Webhooks;

/// <summary>What a decision is told as, with nothing in it that the public may not see.</summary>
internal static class WebhookNews
{
    private static readonly JsonSerializerOptions _json = new(PublicJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="decision">Applied just now.</param>
    /// <param name="publishedAt">When its comment was first public, in Unix milliseconds.</param>
    /// <param name="now">The time.</param>
    public static WebhookMessage Of(DecisionRow decision, long publishedAt, DateTimeOffset now)
    {
        var type = decision.IsPublished ? "comment.published" : "comment.withdrawn";
        var data = new Data
        {
            Site = decision.SiteId,
            PageId = decision.PageId,
            PageUrl = decision.PageUrl,
            Id = decision.Id,
            Sequence = decision.Sequence,
            Comment = decision.IsPublished ? CommentItem.Of(CommentRow.Of(decision, publishedAt)) : null,
        };
        return new WebhookMessage
        {
            Id = $"msg_{decision.Id}_{decision.Sequence}",
            SiteId = decision.SiteId,
            Type = type,
            CommentId = decision.Id,
            Body = JsonSerializer.Serialize(new { type, timestamp = now.UtcDateTime, data }, _json),
            CreatedAt = now.ToUnixTimeMilliseconds(),
        };
    }

    private sealed record Data
    {
        public required string Site { get; init; }

        public required string? PageId { get; init; }

        public required string? PageUrl { get; init; }

        /// <summary>Of the comment.</summary>
        public required string Id { get; init; }

        /// <summary>Of two messages about a comment the higher one is true, whichever comes last.</summary>
        public required long Sequence { get; init; }

        public required CommentItem? Comment { get; init; }
    }
}
