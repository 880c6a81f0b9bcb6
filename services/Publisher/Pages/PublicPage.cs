using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Text;

namespace Moderation.Publisher.Pages;

/// <summary>What the public may see of the page a comment stands under; made before anything is stored.</summary>
internal sealed record PublicPage
{
    public required string? Url { get; init; }

    /// <summary>Empty when nobody said it.</summary>
    public required string Title { get; init; }

    public static PublicPage Of(Page page, Site site) => new()
    {
        Url = PublicUrl.Of(page.Url),
        Title = ContactDetails.StripEmails(PublicText.CleanLine(page.Title), Placeholders.In(site.Language).Email).Trim(),
    };
}
