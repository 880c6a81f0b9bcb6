using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using Moderation.Servers;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Several comments at once: those that are picked, and all that match a filter.</summary>
public sealed class DeskSelectionTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Decides_what_is_picked_by_keys_and_takes_it_back_as_one()
    {
        var ids = await SomeAsync("Picked", 4);
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Picked 0").FocusAsync();

        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("Shift+J");
        await page.Keyboard.PressAsync("Shift+J");
        await Expect(page.Locator(".picked-bar")).ToContainTextAsync("3 selected");
        await page.Keyboard.PressAsync("Shift+R");

        await Expect(page.Toast()).ToContainTextAsync("3 rejected.");
        await Expect(page.CardOf("Picked 0")).ToHaveCountAsync(0);
        await Expect(page.CardOf("Picked 3")).ToBeFocusedAsync();
        await Expect(page.Locator(".picked-bar")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("z");
        await Expect(page.Toast()).ToContainTextAsync("Taken back: 3 in time, 0 reversed, 0 left");
        await Expect(page.CardOf("Picked 1")).ToBeVisibleAsync();
        Assert.Equal("held", await Standalone.StatusAsync(ids[0]));
    }

    [Fact]
    public async Task Escape_picks_nothing_any_more()
    {
        await SomeAsync("Unpicked", 2);
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Unpicked 0").FocusAsync();
        await page.Keyboard.PressAsync("Shift+J");
        await Expect(page.Locator(".picked-bar")).ToContainTextAsync("2 selected");

        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator(".picked-bar")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-action=pick]:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Leaves_alone_what_somebody_else_has_decided_meanwhile()
    {
        var ids = await SomeAsync("Shared", 3);
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Shared 0").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("Shift+J");
        await Expect(page.Locator(".picked-bar")).ToContainTextAsync("2 selected");
        await Standalone.DecideAsync(ids[1], "approve");

        await page.Keyboard.PressAsync("Shift+S");

        await Expect(page.Toast()).ToContainTextAsync("1 rejected as spam.");
        await Expect(page.CardOf("Shared 1").Locator(".notice")).ToHaveTextAsync("Already approved by api.");
        await Standalone.StateAsync(ids[1], "approved");
        await Standalone.StateAsync(ids[0], "rejected");
    }

    [Fact]
    public async Task Decides_all_that_match_a_filter_after_naming_number_and_filter()
    {
        var page = (await ModeratorAsync(await OneHeldAsync())).Page;
        foreach (var name in new[] { "Matched A", "Matched B", "Matched C" })
        {
            await Standalone.PostAsync(name, $"Ghar baithe kamao, {Unlike.Word()}", "held");
        }

        await page.GotoAsync("/dashboard?rule=SpamPhrases");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide all 3" }).ClickAsync();
        var dialog = page.Locator("dialog#all");
        await Expect(dialog.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Decide on all 3 at once?");
        await Expect(dialog).ToContainTextAsync(new Regex(@"Rule\s+SpamPhrases"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "All 3 are spam" }).ClickAsync();

        await Expect(page.Toast()).ToContainTextAsync("3 rejected as spam.");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByText("Nothing matches the filter.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Toast()).ToContainTextAsync("Taken back: 3 in time");
        await Expect(page.Cards()).ToHaveCountAsync(3);
    }

    private async Task<List<Guid>> SomeAsync(string name, int count)
    {
        var ids = new List<Guid>();
        for (var index = 0; index < count; index++)
        {
            ids.Add(await Standalone.HeldAsync($"{name} {index}"));
        }

        return ids;
    }

    private async Task<BrowserNewContextOptions?> OneHeldAsync()
    {
        await Standalone.HeldAsync("Keeps the desk from being empty");
        return null;
    }
}
