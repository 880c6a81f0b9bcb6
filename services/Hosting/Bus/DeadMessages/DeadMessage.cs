namespace Moderation.Hosting.Bus.DeadMessages;

/// <summary>A message that its consumer could not deal with, as it lay in the queue's <c>_error</c>. The body holds private data.</summary>
public sealed record DeadMessage
{
    /// <summary>The queue whose consumer failed.</summary>
    public required string Queue { get; init; }

    /// <summary>The same for every time that this message comes to this queue.</summary>
    public required string MessageId { get; init; }

    public required string ContentType { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The exception's type, without its namespace.</summary>
    public required string Reason { get; init; }

    /// <summary>What the exception said; may quote the comment.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset DiedAt { get; init; }
}

/// <summary>Stores a dead message; it is taken off its queue when this returns, and offered again when it throws.</summary>
public delegate Task CollectDeadMessage(DeadMessage message, CancellationToken cancellationToken);
