using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>A Standalone whose operator wants the rules to be what their files say.</summary>
public sealed class FilesOnlyStandalone : Standalone
{
    protected override Task<Dictionary<string, string>> MoreSettingsAsync() => Task.FromResult(new Dictionary<string, string> { ["Rules__Source"] = "files" });
}

/// <summary>The rules page where nothing may be changed.</summary>
public sealed class RulesOfFilesTests(Chromium chromium, FilesOnlyStandalone files) : BrowserTest(chromium, files), IClassFixture<FilesOnlyStandalone>
{
    [Fact]
    public async Task Rules_are_shown_with_the_reason_why_they_cannot_be_changed_and_texts_be_tried()
    {
        var page = (await SomebodyAsync()).Page;
        await page.GotoAsync("/dashboard/rules");
        await page.SignInAsync();

        await Expect(page.GetByRole(AriaRole.Note)).ToContainTextAsync("Rules:Source is “files”");
        await Expect(page.Locator("[data-rule=BannedWords]").GetByLabel("Mode")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Word lists" }).ClickAsync();
        await Expect(page.Locator(".entries li").First).ToBeVisibleAsync();
        await Expect(page.Locator("#pasted")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Try a text" }).ClickAsync();
        await page.Locator("#try-text").FillAsync("You 1diot.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Judge it" }).ClickAsync();
        await Expect(page.Locator(".outcome .badge")).ToBeVisibleAsync();
        await page.ScreenAsync("rules-files-only");
    }
}
