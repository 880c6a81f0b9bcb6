using MassTransit;
using Moderation.Contracts;

namespace Moderation.Submission.Authors;

/// <summary>Notes which services have done their part of an erasure.</summary>
internal sealed class ConfirmErasureConsumer(ErasureStore store) : IConsumer<AuthorDataErased>
{
    public Task Consume(ConsumeContext<AuthorDataErased> context) =>
        store.Confirm(context.Message.ErasureId, context.Message.Service, context.CancellationToken);
}
