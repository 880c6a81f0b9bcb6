using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The pages of accounts and tokens in both languages, every size and colour: they fit the screen, and axe finds nothing.</summary>
public sealed class PeoplePictureTests(Chromium chromium, StandaloneWithProvider standalone)
    : BrowserTest(chromium, standalone), IClassFixture<StandaloneWithProvider>
{
    // For these two axe would load stylesheets once more, into styles that our policy forbids.
    private static readonly AxeRunOptions _axe = new()
    {
        Rules = new() { ["css-orientation-lock"] = new() { Enabled = false }, ["no-autoplay-audio"] = new() { Enabled = false } },
    };

    private readonly List<string> _faults = [];

    [Fact]
    public async Task The_pages_fit_the_screen_and_everybody_can_use_them()
    {
        foreach (var (language, locale) in new[] { ("en", "en-GB"), ("hi", "hi-IN") })
        {
            var admin = await SomebodyAsync(new() { Locale = locale, ReducedMotion = ReducedMotion.Reduce });
            admin.Expect(401);
            admin.Expect(403);
            admin.Expect(422);
            var page = admin.Page;
            await page.GotoAsync("/dashboard/people");
            await page.SignInAsync("wrong");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await TakeAsync(page, $"people-login-{language}");
            await page.SignInAsync();

            var name = language == "en" ? "asha.verma" : "आशा.वर्मा";
            var first = await page.AddAsync(name);
            await TakeAsync(page, $"people-added-{language}");
            await page.OpenAsync(name);
            await TakeAsync(page, $"people-open-{language}");

            var asha = (await SomebodyAsync(new() { Locale = locale, ReducedMotion = ReducedMotion.Reduce })).Page;
            await asha.GotoAsync("/dashboard/login");
            await asha.SignInAsync(first, name);
            await Expect(asha.Locator("#present")).ToBeVisibleAsync();
            await TakeAsync(asha, $"people-first-password-{language}");
            await asha.ChooseAsync(first, PeoplePages.OwnPassword);

            await page.GotoAsync("/dashboard/account");
            await page.ChooseAsync("wrong", PeoplePages.OwnPassword);
            await Expect(page.Locator(".refusal")).ToBeVisibleAsync();
            await TakeAsync(page, $"people-account-{language}");

            await page.GotoAsync("/dashboard/tokens");
            await page.Locator("#name").FillAsync($"importer-{language}");
            await page.Locator("form:has(#name) button[type=submit]").ClickAsync();
            await Expect(page.Locator(".secret")).ToBeVisibleAsync();
            await TakeAsync(page, $"people-tokens-{language}");
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private async Task TakeAsync(IPage page, string name)
    {
        _faults.AddRange(await page.PicturesAsync(name));
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            var result = await page.RunAxe(_axe);
            _faults.AddRange(result.Violations.Select(violation => $"{name}, {colours}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        }
    }
}
