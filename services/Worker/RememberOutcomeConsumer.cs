using MassTransit;
using Moderation.Contracts;
using Moderation.Worker.Facts;

namespace Moderation.Worker;

/// <summary>Keeps count of what became of each author's comments, whoever decided.</summary>
internal sealed class RememberOutcomeConsumer(AuthorHistory history) : IConsumer<CommentApproved>, IConsumer<CommentRejected>
{
    public Task Consume(ConsumeContext<CommentApproved> context) => history.RememberAsync(context.Message, "approved");

    public Task Consume(ConsumeContext<CommentRejected> context) => history.RememberAsync(context.Message, "rejected");
}
