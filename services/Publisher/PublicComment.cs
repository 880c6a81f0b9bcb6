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
        var placeholders = Placeholders.In(site.Language);
        var name = NameOf(comment.Author, placeholders);
        return new PublicComment
        {
            Name = name,
            Url = PublicUrl.Of(comment.Author.Url),
            Body = ContactDetails.StripEmails(PublicText.Clean(comment.Body), placeholders.Email).Trim(),
            Avatar = AvatarKey.Of(name, site),
        };
    }

    // A name that says nothing but an email says nothing: the author is "a reader".
    private static string NameOf(Author author, Placeholders placeholders)
    {
        var name = ContactDetails.StripEmails(PublicText.CleanLine(author.Name), placeholders.Email).Trim();
        var rest = name.Replace(placeholders.Email, "", StringComparison.Ordinal);
        var saysSomething = rest.Length == name.Length ? PublicText.IsVisible(rest) : rest.Any(char.IsLetterOrDigit);
        return saysSomething ? name : placeholders.Name;
    }
}
