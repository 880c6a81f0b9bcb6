using System.Text.Json;
using Moderation.Contracts;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Trials;

/// <summary>One comment to try rules on, or why it cannot be judged.</summary>
internal sealed record TrialComment
{
    /// <summary>Where it stands in its file, counted from 1; 0 for one that is in none.</summary>
    public long Line { get; init; }

    /// <summary>Its id as JSON; null when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Null when it is refused.</summary>
    public CommentSubmitted? Comment { get; init; }

    public KnownFacts Facts { get; init; } = KnownFacts.Nothing;

    /// <summary>A sentence that names the line; null when there is a comment.</summary>
    public string? Refusal { get; init; }

    /// <summary>What people call it: its id, or else its line.</summary>
    public string Name => Id?.Trim('"') ?? $"line {Line}";

    /// <summary>A comment that was submitted once.</summary>
    public static TrialComment Of(CommentSubmitted comment) => new() { Id = JsonSerializer.Serialize(comment.CommentId), Comment = comment };
}
