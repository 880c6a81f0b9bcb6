using System.Data.Common;
using Dapper;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting.Sites;

namespace Moderation.Publisher;

/// <summary>Publishes what is approved; empties what no longer is, and keeps the tombstone so that a late approval changes nothing.</summary>
internal sealed class PublishCommentConsumer(
    [FromKeyedServices(PublisherModule.Name)] DbDataSource database,
    SiteList sites,
    TimeProvider time,
    ILogger<PublishCommentConsumer> logger)
    : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>
{
    // The newest decision stands; of two with the same sequence, the one decided first (see IDecision).
    private const string Apply = """
        INSERT INTO comments (id, site_id, page_key, parent_id, state, name, url, body, avatar, sequence, decided_at, published_at)
        VALUES (@Id, @SiteId, @PageKey, @ParentId, @State, @Name, @Url, @Body, @Avatar, @Sequence, @DecidedAt, @PublishedAt)
        ON CONFLICT (id) DO UPDATE SET
            state = excluded.state, name = excluded.name, url = excluded.url, body = excluded.body, avatar = excluded.avatar,
            sequence = excluded.sequence, decided_at = excluded.decided_at,
            published_at = COALESCE(comments.published_at, excluded.published_at)
        WHERE excluded.sequence > comments.sequence
            OR (excluded.sequence = comments.sequence AND excluded.decided_at < comments.decided_at)
        """;

    public Task Consume(ConsumeContext<CommentApproved> context)
    {
        var comment = context.Message.Comment;
        return sites.TryGet(comment.SiteId, out var site)
            ? ApplyAsync(context.Message, PublicComment.Of(comment, site), context.CancellationToken)
            : throw new InvalidOperationException($"Comment {comment.CommentId} is of a site that is not in the list of sites.");
    }

    public Task Consume(ConsumeContext<CommentHeld> context) => ApplyAsync(context.Message, null, context.CancellationToken);

    public Task Consume(ConsumeContext<CommentRejected> context) => ApplyAsync(context.Message, null, context.CancellationToken);

    // What comes with an archive has been public since then.
    private DateTimeOffset PublicSince(IDecision decision) => decision.DecidedBy == IDecision.Import ? decision.DecidedAt : time.GetUtcNow();

    private async Task ApplyAsync(IDecision decision, PublicComment? visible, CancellationToken cancellationToken)
    {
        var state = visible is null ? CommentState.Withheld : CommentState.Published;
        var row = new
        {
            Id = decision.Comment.CommentId.ToString(),
            decision.Comment.SiteId,
            PageKey = PageKey.Of(decision.Comment.Page.Id),
            ParentId = decision.Comment.ParentId?.ToString(),
            State = state,
            Name = visible?.Name ?? "",
            visible?.Url,
            Body = visible?.Body ?? "",
            Avatar = visible?.Avatar ?? "",
            decision.Sequence,
            DecidedAt = decision.DecidedAt.ToUnixTimeMilliseconds(),
            PublishedAt = visible is null ? (long?)null : PublicSince(decision).ToUnixTimeMilliseconds(),
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var changed = await connection.ExecuteAsync(new CommandDefinition(Apply, row, cancellationToken: cancellationToken));
        if (changed > 0)
        {
            logger.LogDebug("Comment {CommentId} is {State} by decision {Sequence}", row.Id, state, decision.Sequence);
        }
        else
        {
            logger.LogDebug("Comment {CommentId} stays as it is: decision {Sequence} is not newer", row.Id, decision.Sequence);
        }
    }
}
