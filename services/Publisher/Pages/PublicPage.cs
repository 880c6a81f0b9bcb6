using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Text;

namespace Moderation.Publisher.Pages;

/// <summary>What the public may see of the page a comment stands under; made before anything is stored.</summary>
internal sealed record PublicPage
{
    /// <summary>Null when it tells somebody's contact details.</summary>
    public required string? Id { get; init; }

    public required string? Url { get; init; }

    /// <summary>Empty when nobody said it.</summary>
    public required string Title { get; init; }

    public static PublicPage Of(Page page, Site site) => new()
    {
        Id = ContactDetails.Redact(page.Id, Placeholders.For(site).Marks) == page.Id ? page.Id : null,
        Url = PublicUrl.Of(page.Url, site),
        Title = ContactDetails.Redact(PublicText.CleanLine(page.Title), Placeholders.For(site).Marks).Trim(),
    };
}
