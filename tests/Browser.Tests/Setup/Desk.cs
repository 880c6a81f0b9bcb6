using Microsoft.Playwright;
using Moderation.Servers;

namespace Moderation.Browser.Tests.Setup;

/// <summary>What moderators do in the dashboard.</summary>
internal static class Desk
{
    public static ILocator Cards(this IPage page) => page.Locator("article.card");

    public static ILocator CardOf(this IPage page, string author) =>
        page.Cards().Filter(new() { Has = page.Locator(".name").GetByText(author, new() { Exact = true }) });

    public static ILocator Toast(this IPage page) => page.Locator(".toast");

    /// <summary>Opens what is the person's own: language, colours, signing out.</summary>
    public static Task OpenMenuAsync(this IPage page) => page.Locator(".person > button").ClickAsync();

    public static async Task SignInAsync(this IPage page, string password = Standalone.Password, string name = "admin")
    {
        await page.Locator("#username").FillAsync(name);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Posts a comment that the rules hold, because of a link from somebody new.</summary>
    public static Task<Guid> HeldAsync(this Standalone standalone, string name, string text = "देखिए", string? email = null) =>
        standalone.PostAsync(name, $"{text} https://{Unlike.Word()}.example.org", "held", email);
}
