using Moderation.Contracts;
using Moderation.Text;

namespace Moderation.Worker.Rules;

/// <summary>The texts of a comment as people read them, each view made once for all rules.</summary>
internal sealed class CommentText(CommentSubmitted comment)
{
    private IReadOnlyList<TextSpan>? _links;

    public CommentSubmitted Comment => comment;

    public TextView Body { get; } = TextView.Clean(comment.Body);

    public TextView Name { get; } = TextView.Clean(comment.Author.Name);

    /// <summary>The web links of the body, in its original text.</summary>
    public IReadOnlyList<TextSpan> Links => _links ??= LinkFinder.Find(Body);
}
