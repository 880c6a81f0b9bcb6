using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Text;
using Moderation.Text.Contacts;

namespace Moderation.Dashboard.Queue;

/// <summary>How a comment will look when it is published, as far as that differs from what was written.</summary>
/// <param name="Struck">What is taken out of the body.</param>
/// <param name="Body">What is left, with something in its place.</param>
internal sealed record PublicView(IReadOnlyList<Span> Struck, string Body)
{
    /// <summary>Null when the body will be published as it is, or nobody knows how.</summary>
    public static PublicView? Of(CommentSubmitted comment, SiteList sites)
    {
        if (!sites.TryGet(comment.SiteId, out var site))
        {
            return null;
        }

        var marks = ContactPlaceholders.For(site);
        var body = ContactDetails.Redact(comment.Body, marks);
        return body == comment.Body
            ? null
            : new PublicView(
                [
                    .. ContactDetails.Find(comment.Body)
                        .Where(contact => contact.Kind is ContactKind.Email or ContactKind.Credentials || (contact.Kind is ContactKind.Phone && marks.Phone is not null))
                        .Select(contact => new Span { Field = "body", Start = contact.Span.Start, Length = contact.Span.Length }),
                ],
                body);
    }
}
