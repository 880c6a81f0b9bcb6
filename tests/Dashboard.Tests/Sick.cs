using System.Collections.Concurrent;
using MassTransit;
using Moderation.Contracts;

namespace Moderation.Dashboard.Tests;

/// <summary>Whether the consumers below do their work.</summary>
public sealed class Sick
{
    public bool IsWell { get; set; }

    public ConcurrentQueue<Guid> Taken { get; } = [];

    /// <summary>How often the other consumer heard of a held comment.</summary>
    public int HeardBesides { get; set; }
}

/// <summary>Hears the same on a queue of its own.</summary>
public sealed class HearBesidesConsumer(Sick sick) : IConsumer<CommentHeld>
{
    public Task Consume(ConsumeContext<CommentHeld> context)
    {
        sick.HeardBesides++;
        return Task.CompletedTask;
    }
}

/// <summary>Stands in Submission's place.</summary>
public sealed class UpdateStatusConsumer(Sick sick) : IConsumer<CommentHeld>
{
    public Task Consume(ConsumeContext<CommentHeld> context)
    {
        if (!sick.IsWell)
        {
            throw new NotSupportedException("It cannot be taken.");
        }

        sick.Taken.Enqueue(context.Message.Comment.CommentId);
        return Task.CompletedTask;
    }
}
