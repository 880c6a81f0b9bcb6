using System.Text.Json.Serialization;

namespace Moderation.Publisher.Comments;

/// <summary>Some of the comments under a page.</summary>
internal sealed record CommentPage
{
    /// <summary>How many are published on the page in all.</summary>
    public required long Count { get; init; }

    /// <summary>One more with every change; 0 for a page that nobody has commented on.</summary>
    public required long Version { get; init; }

    public required IReadOnlyList<CommentItem> Items { get; init; }

    /// <summary>The cursor of what follows; absent at the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Next { get; init; }
}
