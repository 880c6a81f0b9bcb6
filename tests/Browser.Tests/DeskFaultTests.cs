using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The desk while it cannot be reached: it says so, decides nothing in silence, and catches up by itself.</summary>
public sealed class DeskFaultTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Refuses_decisions_without_a_network_and_works_again_with_one()
    {
        var id = await Standalone.HeldAsync("Offline");
        var moderator = await ModeratorAsync();
        moderator.ExpectLostConnection();
        var page = moderator.Page;
        await page.CardOf("Offline").FocusAsync();

        await moderator.Context.SetOfflineAsync(true);
        await Expect(Lost(page)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByText("Not decided: the connection to the desk is lost.")).ToBeVisibleAsync();
        await page.CardOf("Offline").GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await Expect(page.CardOf("Offline")).ToBeVisibleAsync();

        await moderator.Context.SetOfflineAsync(false);
        await Expect(Lost(page)).ToBeHiddenAsync();
        Assert.Equal("held", await Standalone.StatusAsync(id));
        await page.CardOf("Offline").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.CardOf("Offline")).ToHaveCountAsync(0);
        await Standalone.StateAsync(id, "approved");
    }

    [Fact]
    public async Task Catches_up_by_itself_after_a_lost_connection()
    {
        var id = await Standalone.HeldAsync("Decided meanwhile");
        await Standalone.HeldAsync("Not decided meanwhile");
        var moderator = await SomebodyAsync();
        moderator.ExpectLostConnection();
        var page = moderator.Page;
        var line = new Line();
        await line.PutInAsync(page);
        await page.GotoAsync("/dashboard");
        await page.SignInAsync();
        await Expect(page.Cards().First).ToBeFocusedAsync();

        await line.CutAsync();
        await Expect(Lost(page)).ToBeVisibleAsync();
        await Standalone.DecideAsync(id, "reject");
        line.IsWhole = true;

        await Expect(Lost(page)).ToBeHiddenAsync();
        await Expect(page.CardOf("Decided meanwhile").GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await Expect(page.CardOf("Not decided meanwhile").GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Says_after_a_restart_that_a_decision_did_not_arrive()
    {
        var id = await Standalone.HeldAsync("Lost on the way");
        var moderator = await SomebodyAsync();
        moderator.ExpectLostConnection();
        var page = moderator.Page;
        var line = new Line();
        await line.PutInAsync(page);
        await page.GotoAsync("/dashboard");
        await page.SignInAsync();
        await Expect(page.Cards().First).ToBeFocusedAsync();
        await page.CardOf("Lost on the way").FocusAsync();

        line.IsDeaf = true;
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByText("The desk is slow to answer.")).ToBeVisibleAsync();
        await Standalone.KillAsync();
        await line.CutAsync();
        await Expect(Lost(page)).ToBeVisibleAsync();
        (line.IsDeaf, line.IsWhole) = (false, true);
        await Standalone.StartAgainAsync();

        await Expect(page.GetByText("Your last decision was not saved")).ToBeVisibleAsync();
        await Expect(page.CardOf("Lost on the way").GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeEnabledAsync();
        Assert.Equal("held", await Standalone.StatusAsync(id));
    }

    [Fact]
    public async Task A_decision_outlives_the_dashboard_that_was_killed_before_it_was_out()
    {
        var id = await Standalone.HeldAsync("Outlives");
        var moderator = await ModeratorAsync();
        moderator.ExpectLostConnection();
        var page = moderator.Page;
        await page.CardOf("Outlives").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Toast()).ToContainTextAsync("Approved: Outlives");

        await Standalone.KillAsync();
        await Expect(Lost(page)).ToBeVisibleAsync();
        await Standalone.StartAgainAsync();

        await Standalone.StateAsync(id, "approved");
        await Expect(Lost(page)).ToBeHiddenAsync();
        await Expect(page.CardOf("Outlives")).ToHaveCountAsync(0);
    }

    private static ILocator Lost(IPage page) => page.Locator("#components-reconnect-modal");
}
