using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What moderators see of authors and decide about them.</summary>
public sealed class AuthorsTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    private const string Email = "vyapari@example.com";

    [Fact]
    public async Task A_blocked_author_is_rejected_from_the_next_comment_until_the_block_is_lifted()
    {
        await Standalone.HeldAsync("व्यापारी", "देखिए", Email);
        await Standalone.HeldAsync("व्यापारी", "और देखिए", Email);
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("व्यापारी").First.FocusAsync();
        await page.Keyboard.PressAsync("u");
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.GetByRole(AriaRole.Heading, new() { Name = "व्यापारी" })).ToBeVisibleAsync();
        await Expect(drawer.Locator(".past li")).ToHaveCountAsync(2);

        await drawer.GetByLabel("A note about this author").FillAsync("Sells something every week.");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Expect(drawer.Locator("blockquote")).ToContainTextAsync("Sells something every week.");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Block", Exact = true }).ClickAsync();

        await Expect(drawer.GetByRole(AriaRole.Status)).ToHaveTextAsync("In force for the next comment.");
        await AccessibleAsync(page);
        Assert.Empty(await page.PicturesAsync("author-drawer"));
        await Standalone.PostAsync("व्यापारी", "नमस्ते, अच्छा लेख है।", "rejected", Email);

        await page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);
        await page.GotoAsync("/dashboard/authors");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("व्यापारी");
        await AccessibleAsync(page);
        Assert.Empty(await page.PicturesAsync("authors"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Lift" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("In force for the next comment.");
        await Standalone.HeldAsync("व्यापारी", "फिर देखिए", Email);
    }

    [Fact]
    public async Task All_waiting_comments_of_an_author_are_decided_in_one_act()
    {
        var ids = new[] { await Standalone.HeldAsync("बार-बार", "एक", "baar@example.com"), await Standalone.HeldAsync("बार-बार", "दो", "baar@example.com") };
        var page = (await ModeratorAsync(new() { Locale = "hi-IN" })).Page;
        await page.CardOf("बार-बार").First.FocusAsync();
        await page.Keyboard.PressAsync("u");
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".tally")).ToBeVisibleAsync();
        await AccessibleAsync(page);
        Assert.Empty(await page.PicturesAsync("author-drawer-hi"));

        await page.GetByRole(AriaRole.Button, new() { Name = "प्रतीक्षा में सभी 2 अस्वीकृत करें" }).ClickAsync();

        await Expect(page.CardOf("बार-बार")).ToHaveCountAsync(0);
        foreach (var id in ids)
        {
            await Standalone.StateAsync(id, "rejected");
        }
    }

    [Theory]
    [InlineData("en-GB", "Waiting now")]
    [InlineData("hi-IN", "अभी प्रतीक्षा में")]
    public async Task The_numbers_are_there_for_everybody(string locale, string waiting)
    {
        await Standalone.DecideAsync(await Standalone.HeldAsync("Counted"), "approve");
        await Standalone.HeldAsync("Waiting");
        var page = (await ModeratorAsync(new() { Locale = locale })).Page;

        await page.GotoAsync("/dashboard/numbers");

        await Expect(page.Locator(".figure").Filter(new() { HasText = waiting }).Locator("dd")).Not.ToHaveTextAsync("0");
        await Expect(page.Locator(".plot")).ToHaveCountAsync(3);
        await AccessibleAsync(page);
        Assert.Empty(await page.PicturesAsync($"numbers-{locale[..2]}"));
    }

    private static async Task AccessibleAsync(IPage page)
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Without motion: a colour on its way is not yet the one to look at.
            await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
        }
    }
}
