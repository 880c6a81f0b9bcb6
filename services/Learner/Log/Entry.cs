namespace Moderation.Learner.Log;

/// <summary>What a decision taught, as the log has it; without the text.</summary>
internal sealed record Taught
{
    /// <summary>Its place in the log of its site.</summary>
    public required long Number { get; init; }

    public required string CommentId { get; init; }

    public required long Sequence { get; init; }

    /// <summary>Null when nothing is known.</summary>
    public required bool? IsAbuse { get; init; }

    /// <inheritdoc cref="IsAbuse"/>
    public required bool? IsSpam { get; init; }

    public required string Moderator { get; init; }

    /// <summary>Whether there is something to learn; else it takes back what the comment taught before.</summary>
    public bool Teaches => IsAbuse is not null || IsSpam is not null;

    public bool Refuses => IsAbuse is true || IsSpam is true;
}

/// <summary>What changed a log otherwise than by a lesson.</summary>
/// <param name="Number">Its place in the log of its site.</param>
/// <param name="Kind">One of <see cref="Causes"/>.</param>
/// <param name="Target">Where <see cref="Causes.WentBack"/> went back to.</param>
/// <param name="Moderator">Who was left out or taken in.</param>
/// <param name="RequestedBy">The admin who asked for it; null when nobody did.</param>
internal sealed record Change(long Number, string Kind, long? Target, string? Moderator, string? RequestedBy);
