using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>What people do with accounts and tokens.</summary>
internal static class PeoplePages
{
    public const string OwnPassword = "monsoon over the lake";

    /// <summary>Adds a moderator's account, as an admin does; for all sites, or for one.</summary>
    /// <returns>The first password.</returns>
    public static async Task<string> AddAsync(this IPage admin, string name, string? site = null)
    {
        await admin.GotoAsync("/dashboard/people");
        await admin.Locator("#name").FillAsync(name);
        if (site is not null)
        {
            var sites = admin.Locator("form:has(#name) [name=sites]");
            await sites.First.UncheckAsync();
            await sites.And(admin.Locator($"[value={site}]")).CheckAsync();
        }

        await admin.Locator("form:has(#name) button[type=submit]").ClickAsync();
        return await admin.Locator(".secret output").InnerTextAsync();
    }

    /// <summary>Signs in for the first time and chooses a password.</summary>
    public static async Task SettleAsync(this IPage page, string name, string first)
    {
        await page.GotoAsync("/dashboard/login");
        await page.SignInAsync(first, name);
        await page.ChooseAsync(first, OwnPassword);
    }

    public static async Task ChooseAsync(this IPage page, string present, string next)
    {
        await page.Locator("#present").FillAsync(present);
        await page.Locator("#next").FillAsync(next);
        await page.Locator("#again").FillAsync(next);
        await page.Locator("form:has(#next) button[type=submit]").ClickAsync();
    }

    /// <summary>The row of an account or a token.</summary>
    public static ILocator RowOf(this IPage page, string name) =>
        page.Locator(".rows > li").Filter(new() { Has = page.Locator(".name").GetByText(name, new() { Exact = true }) });

    /// <summary>Opens what can be done with an account.</summary>
    public static async Task<ILocator> OpenAsync(this IPage admin, string name)
    {
        await admin.GotoAsync("/dashboard/people");
        var row = admin.RowOf(name);
        await row.Locator("summary").ClickAsync();
        return row;
    }
}
