using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Taking decisions back: before anybody outside has heard of them, and after.</summary>
public sealed class DeskUndoTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Takes_a_decision_back_before_anybody_outside_hears_of_it()
    {
        var id = await Standalone.HeldAsync("Regretted");
        await Standalone.HeldAsync("Next in line");
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Regretted").FocusAsync();

        await page.Keyboard.PressAsync("r");
        await Expect(page.Toast()).ToContainTextAsync("Rejected: Regretted");
        await Expect(page.Toast().GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");

        await Expect(page.Toast()).ToContainTextAsync("Taken back in time");
        await Expect(page.CardOf("Regretted")).ToBeFocusedAsync();
        await Expect(page.CardOf("Regretted").Locator(".history")).ToContainTextAsync("Rejected by admin");
        Assert.Equal("held", await Standalone.StatusAsync(id));
    }

    [Fact]
    public async Task Reverses_a_decision_that_is_out_already()
    {
        var id = await Standalone.HeldAsync("Too late");
        await Standalone.HeldAsync("Keeps the desk busy");
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Too late").FocusAsync();

        await page.Keyboard.PressAsync("a");
        await Expect(page.CardOf("Too late")).ToHaveCountAsync(0);
        await Standalone.StateAsync(id, "approved");
        await page.Keyboard.PressAsync("z");

        await Expect(page.Toast()).ToContainTextAsync("It was already out, so it has been reversed");
        await Expect(page.CardOf("Too late")).ToBeFocusedAsync();
        await Standalone.StateAsync(id, "held");
        Assert.DoesNotContain($"{id}", await Standalone.PublishedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_back_one_decision_after_the_other()
    {
        await Standalone.HeldAsync("First of two");
        await Standalone.HeldAsync("Second of two");
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("First of two").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.CardOf("First of two")).ToHaveCountAsync(0);
        await page.CardOf("Second of two").FocusAsync();
        await page.Keyboard.PressAsync("s");
        await Expect(page.CardOf("Second of two")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("z");
        await Expect(page.CardOf("Second of two")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.CardOf("First of two")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("z");
        await Expect(page.Toast()).ToHaveTextAsync("There is nothing to undo.");
    }

    [Fact]
    public async Task Tells_who_has_changed_it_since()
    {
        var id = await Standalone.HeldAsync("Changed since");
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Changed since").FocusAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(page.CardOf("Changed since")).ToHaveCountAsync(0);
        await Standalone.DecideAsync(id, "approve", 2);

        await page.Keyboard.PressAsync("z");

        await Expect(page.Toast()).ToHaveTextAsync("Already approved by api.");
        await Standalone.StateAsync(id, "approved");
    }

    [Fact]
    public async Task The_note_and_the_reason_go_with_the_decision()
    {
        var id = await Standalone.HeldAsync("Noted");
        var page = (await ModeratorAsync()).Page;
        var card = page.CardOf("Noted");
        await card.FocusAsync();

        await page.Keyboard.PressAsync("n");
        await Expect(card.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Asks for money, see last week.");
        await card.GetByRole(AriaRole.Combobox).SelectOptionAsync("Spam");
        await card.GetByRole(AriaRole.Combobox).FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(card).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(card).ToHaveCountAsync(0);

        await page.GotoAsync("/dashboard?state=rejected");
        await Expect(page.CardOf("Noted").Locator(".history")).ToContainTextAsync("Asks for money, see last week.");
        await Expect(page.CardOf("Noted").Locator(".history")).ToContainTextAsync("Spam");
        await Standalone.StateAsync(id, "rejected");
    }
}
