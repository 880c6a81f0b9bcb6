namespace Moderation.Publisher.Pages;

/// <summary>Which page, wherever one is meant.</summary>
/// <param name="SiteId">The site's id.</param>
/// <param name="PageKey">See <see cref="Pages.PageKey"/>.</param>
internal readonly record struct PageRef(string SiteId, string PageKey)
{
    /// <summary>Whether all pages of the site are meant.</summary>
    public bool IsSite => PageKey.Length == 0;

    public static PageRef OfSite(string siteId) => new(siteId, "");

    public static PageRef Of(string siteId, string pageId) => new(siteId, Pages.PageKey.Of(pageId));
}
