using System.Collections.Concurrent;
using MassTransit;
using Moderation.Contracts;

namespace Moderation.Dashboard.Tests.Learning;

/// <summary>Stands where the learner listens.</summary>
public sealed class ChangeRecorder : IConsumer<LearningChangeRequested>
{
    public ConcurrentQueue<LearningChangeRequested> Heard { get; } = [];

    public Task Consume(ConsumeContext<LearningChangeRequested> context)
    {
        Heard.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
