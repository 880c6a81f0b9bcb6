using Moderation.Publisher.Comments;
using Moderation.Publisher.Decisions;

namespace Moderation.Publisher.Live;

/// <summary>A comment that was public at one time, as it is now.</summary>
internal sealed record ChangedComment : CommentRow
{
    /// <summary>The page's version when it came to be so.</summary>
    public required long Version { get; init; }

    public required long Replies { get; init; }

    public bool IsPublished => State == CommentState.Published;

    /// <summary>Whether its place is still shown above what hangs on it.</summary>
    public bool Stays => Replies > 0;
}
