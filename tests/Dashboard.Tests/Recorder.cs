using System.Collections.Concurrent;
using MassTransit;
using Moderation.Contracts;

namespace Moderation.Dashboard.Tests;

/// <summary>Stands where the other services listen.</summary>
public sealed class Recorder
    : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>, IConsumer<AuthorDataErased>, IConsumer<ErasureRequested>,
    IConsumer<CommentTaught>
{
    public ConcurrentQueue<IDecision> Heard { get; } = [];

    public ConcurrentQueue<AuthorDataErased> Confirmed { get; } = [];

    public ConcurrentQueue<ErasureRequested> Erasures { get; } = [];

    public ConcurrentQueue<CommentTaught> Lessons { get; } = [];

    public IEnumerable<IDecision> OfModerators => Heard.Where(decision => decision.DecidedBy != IDecision.Rules);

    public Task Consume(ConsumeContext<CommentApproved> context) => RecordAsync(context.Message);

    public Task Consume(ConsumeContext<CommentHeld> context) => RecordAsync(context.Message);

    public Task Consume(ConsumeContext<CommentRejected> context) => RecordAsync(context.Message);

    public Task Consume(ConsumeContext<AuthorDataErased> context)
    {
        Confirmed.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<ErasureRequested> context)
    {
        Erasures.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<CommentTaught> context)
    {
        Lessons.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    private Task RecordAsync(IDecision decision)
    {
        Heard.Enqueue(decision);
        return Task.CompletedTask;
    }
}
