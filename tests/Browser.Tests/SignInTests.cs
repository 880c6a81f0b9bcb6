using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The way into the dashboard and out of it.</summary>
public sealed class SignInTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    private static readonly Regex _desk = new("/dashboard$");
    private static readonly Regex _login = new("/dashboard/login");

    [Fact]
    public async Task Asks_whoever_is_not_signed_in_for_the_password_and_leads_on()
    {
        var page = (await SomebodyAsync()).Page;

        await page.GotoAsync("/dashboard?state=rejected");
        await Expect(page).ToHaveURLAsync(_login);
        await page.SignInAsync();

        await Expect(page).ToHaveURLAsync(new Regex(@"/dashboard\?state=rejected$"));
        await Expect(page.GetByText("Nothing has been rejected yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Refuses_a_wrong_password_with_a_sentence()
    {
        var somebody = await SomebodyAsync();
        var page = somebody.Page;
        somebody.Expect(401);

        await page.GotoAsync("/dashboard/login");
        await page.SignInAsync("not the password");

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That is not the password.");
        await Expect(page.GetByLabel("Password")).ToHaveAccessibleDescriptionAsync("That is not the password.");
        await page.GotoAsync("/dashboard");
        await Expect(page).ToHaveURLAsync(_login);
    }

    [Fact]
    public async Task Lets_nobody_back_in_after_signing_out()
    {
        var page = (await SomebodyAsync()).Page;
        await page.GotoAsync("/dashboard");
        await page.SignInAsync();
        await Expect(page).ToHaveURLAsync(_desk);

        await page.OpenMenuAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(_login);
        await page.GotoAsync("/dashboard");
        await Expect(page).ToHaveURLAsync(_login);
    }

    [Fact]
    public async Task Speaks_hindi_when_asked_to_and_still_does_after_signing_in()
    {
        var page = (await SomebodyAsync()).Page;
        await page.GotoAsync("/dashboard");

        await page.GetByRole(AriaRole.Link, new() { Name = "हिन्दी" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "साइन इन करें" })).ToBeVisibleAsync();
        await page.SignInAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "hi");
        await Expect(page.GetByText("कुछ भी प्रतीक्षा में नहीं है।")).ToBeVisibleAsync();
        await page.OpenMenuAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByText("Nothing is waiting.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Greets_a_hindi_browser_in_hindi()
    {
        var page = (await SomebodyAsync(new() { Locale = "hi-IN" })).Page;

        await page.GotoAsync("/dashboard");

        await Expect(page.GetByLabel("पासवर्ड")).ToBeVisibleAsync();
    }
}
