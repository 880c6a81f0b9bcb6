using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Queue;

/// <summary>A case on the desk. Public only because components and their parameters are.</summary>
public sealed class Card
{
    internal Card(Case filed) => Case = filed;

    internal Case Case { get; }

    internal Guid Id => Case.Comment.CommentId;

    /// <summary>A decision is on its way to the database.</summary>
    internal bool IsBusy { get; set; }

    /// <summary>Why this card cannot be decided any more, such as that somebody was faster.</summary>
    internal string? Notice { get; set; }
}
