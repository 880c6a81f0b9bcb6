using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Avatars;
using Moderation.Text;

namespace Moderation.Publisher;

/// <summary>What the public may see of a comment; made before anything is stored.</summary>
internal sealed record PublicComment
{
    public required string Name { get; init; }

    public required string? Url { get; init; }

    public required string Body { get; init; }

    /// <summary>The key of the author's picture.</summary>
    public required string Avatar { get; init; }

    public static PublicComment Of(CommentSubmitted comment, Site site)
    {
        var placeholders = Placeholders.For(site);
        var name = NameOf(comment.Author, placeholders);
        return new PublicComment
        {
            Name = name,
            Url = PublicUrl.Of(comment.Author.Url, site),
            Body = ContactDetails.Redact(PublicText.Clean(comment.Body), placeholders.Marks).Trim(),
            Avatar = AvatarKey.Of(name, site),
        };
    }

    // A name that says nothing but an email says nothing: the author is "a reader".
    private static string NameOf(Author author, Placeholders placeholders)
    {
        var name = ContactDetails.Redact(PublicText.CleanLine(author.Name), placeholders.Marks).Trim();
        var rest = placeholders.Without(name);
        var saysSomething = rest.Length == name.Length ? PublicText.IsVisible(rest) : rest.Any(char.IsLetterOrDigit);
        return saysSomething ? name : placeholders.Name;
    }
}
