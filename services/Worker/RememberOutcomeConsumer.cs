using MassTransit;
using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;

namespace Moderation.Worker;

/// <summary>Keeps count of what became of each author's comments, whoever decided.</summary>
internal sealed class RememberOutcomeConsumer(AuthorHistory history, SiteList sites)
    : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>
{
    public Task Consume(ConsumeContext<CommentApproved> context) => Remember(context.Message, "approved");

    // A first decision has nothing to take back.
    public Task Consume(ConsumeContext<CommentHeld> context) => context.Message.Sequence > 1 ? Remember(context.Message, AuthorHistory.Held) : Task.CompletedTask;

    public Task Consume(ConsumeContext<CommentRejected> context) => Remember(context.Message, "rejected");

    private Task Remember(IDecision decision, string state) =>
        sites.TryGet(decision.Comment.SiteId, out var site) ? history.RememberAsync(site, decision, state) : Task.CompletedTask;
}
