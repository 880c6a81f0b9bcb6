using MassTransit;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Decisions;

/// <summary>Publishes what is approved; empties what no longer is, and keeps the tombstone so that a late approval changes nothing.</summary>
internal sealed class PublishCommentConsumer(
    DecisionStore store, PageNews news, NewsForOthers others, SiteList sites, ILogger<PublishCommentConsumer> logger)
    : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>
{
    public Task Consume(ConsumeContext<CommentApproved> context)
    {
        var comment = context.Message.Comment;
        return sites.TryGet(comment.SiteId, out var site)
            ? ApplyAsync(context, DecisionRow.Of(context.Message, PublicComment.Of(comment, site), PublicPage.Of(comment.Page, site), AuthorKey.Of(site, comment.Author.Email)))
            : throw new InvalidOperationException($"Comment {comment.CommentId} is of a site that is not in the list of sites.");
    }

    public Task Consume(ConsumeContext<CommentHeld> context) => ApplyAsync(context, Withholding(context.Message));

    public Task Consume(ConsumeContext<CommentRejected> context) => ApplyAsync(context, Withholding(context.Message));

    private DecisionRow Withholding(IDecision decision) => DecisionRow.Of(
        decision, null, null, sites.TryGet(decision.Comment.SiteId, out var site) ? AuthorKey.Of(site, decision.Comment.Author.Email) : null);

    private async Task ApplyAsync(ConsumeContext context, DecisionRow decision)
    {
        var applied = await store.ApplyAsync(decision, context.CancellationToken);
        if (applied.Stands)
        {
            logger.LogDebug("Comment {CommentId} is {State} by decision {Sequence}", decision.Id, decision.State, decision.Sequence);
        }
        else
        {
            logger.LogDebug("Comment {CommentId} stays as it is: decision {Sequence} is not newer", decision.Id, decision.Sequence);
        }

        if (applied.PageVersion is { } version)
        {
            var page = new PageRef(decision.SiteId, decision.PageKey);
            // This process knows at once; the others are told.
            news.Tell(page, version);
            await others.TellAsync(page, version, context.CancellationToken);
        }
    }
}
