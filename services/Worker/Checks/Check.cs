using Moderation.Contracts;

namespace Moderation.Worker.Checks;

/// <summary>One comment to check, or why it cannot be checked.</summary>
internal sealed record Check
{
    /// <summary>The caller's own <c>id</c> as JSON, to be sent back as it came.</summary>
    public string? Id { get; init; }

    /// <summary>Null when it is refused.</summary>
    public CommentSubmitted? Comment { get; init; }

    /// <summary>Null when there is a comment.</summary>
    public CheckRefusal? Refusal { get; init; }
}
