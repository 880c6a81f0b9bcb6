using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using Moderation.Servers;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The way in through the organisation's own accounts, in a real browser with its rules about cookies of other sites.</summary>
public sealed class ProviderTests(Chromium chromium, StandaloneWithProvider standalone)
    : BrowserTest(chromium, standalone), IClassFixture<StandaloneWithProvider>
{
    private readonly OpenIdProvider _provider = standalone.Provider;

    [Fact]
    public async Task Leads_through_the_provider_to_where_somebody_wanted_to_go()
    {
        _provider.Person = new("1", new() { ["preferred_username"] = "asha", ["roles"] = "moderator" });
        var asha = await SomebodyAsync();
        asha.Know(_provider.Address);
        var page = asha.Page;

        await page.GotoAsync("/dashboard?state=rejected");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with your organisation" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(@"/dashboard\?state=rejected$"));
        await Expect(page.Locator(".who")).ToHaveTextAsync("asha");
        await page.GotoAsync("/dashboard/account");
        await Expect(page.Locator("#present")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Says_why_somebody_is_not_let_in()
    {
        _provider.Person = new("2", new() { ["preferred_username"] = "ravi", ["roles"] = "reader" });
        var ravi = await SomebodyAsync();
        ravi.Know(_provider.Address);

        await ravi.Page.GotoAsync("/dashboard/login");
        await ravi.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with your organisation" }).ClickAsync();

        await Expect(ravi.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your organisation gives you no role at this desk.");
        await ravi.Page.GotoAsync("/dashboard");
        await Expect(ravi.Page).ToHaveURLAsync(new Regex("/dashboard/login"));
    }
}
