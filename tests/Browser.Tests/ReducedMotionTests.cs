using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Who asked the system for less motion gets none.</summary>
public sealed class ReducedMotionTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Nothing_moves_for_whoever_asked_for_less_motion()
    {
        Assert.Empty(await MovementsAsync(ReducedMotion.Reduce));
    }

    [Fact]
    public async Task The_same_look_finds_what_moves_for_others()
    {
        var found = await MovementsAsync(ReducedMotion.NoPreference);

        Assert.Contains(found, movement => movement.Contains("run-out moves circle", StringComparison.Ordinal));
        Assert.Contains(found, movement => movement.Contains("drawer-in moves dialog", StringComparison.Ordinal));
        Assert.Contains(found, movement => movement.Contains("filter moves article", StringComparison.Ordinal));
        Assert.Contains(found, movement => movement.Contains("scrollIntoView scrolls smoothly", StringComparison.Ordinal));
        Assert.Contains(found, movement => movement.EndsWith("button has a transition", StringComparison.Ordinal));
        Assert.Contains("/: html scrolls smoothly", found);
        Assert.Contains(found, movement => movement.StartsWith("/: arrive moves", StringComparison.Ordinal));
    }

    private async Task<List<string>> MovementsAsync(ReducedMotion wish)
    {
        foreach (var number in Enumerable.Range(1, 7))
        {
            await Standalone.HeldAsync($"Moved {number}");
        }

        var page = (await ModeratorAsync(new() { ReducedMotion = wish, ViewportSize = new() { Width = 1280, Height = 500 } })).Page;
        await page.WatchMotionAsync();
        await page.ReloadAsync();
        await Expect(page.Cards().First).ToBeFocusedAsync();
        List<string> found = [.. await DecideAsync(page)];
        foreach (var place in new[] { "rules", "rules?view=words", "people", "learning", "numbers" })
        {
            await page.GotoAsync($"/dashboard/{place}");
            await Expect(page.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
            found.AddRange(await page.MovementsAsync());
        }

        found.AddRange(await ReadAsync(wish));
        return found;
    }

    // With the keyboard alone.
    private static async Task<IEnumerable<string>> DecideAsync(IPage page)
    {
        foreach (var key in new[] { "j", "j", "j", "j" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.PressAsync("a");
        await Expect(page.Toast()).ToContainTextAsync("Approved");
        await page.Keyboard.PressAsync("u");
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".tally")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(".noting textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("Shift+K");
        await Expect(page.Locator(".picked-bar")).ToContainTextAsync("2 selected");
        await page.Keyboard.PressAsync("Shift+R");
        await Expect(page.Locator(".picked-bar")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("z");
        await Expect(page.Toast()).ToContainTextAsync("Taken back");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        return await page.MovementsAsync();
    }

    private async Task<IEnumerable<string>> ReadAsync(ReducedMotion wish)
    {
        await Standalone.PublishAsync("पहला", "नदी में पानी बढ़ा है।");
        var page = (await SomebodyAsync(new() { ReducedMotion = wish })).Page;
        await page.WatchMotionAsync();
        await page.GotoAsync("/");
        await Expect(page.Comments().First).ToBeVisibleAsync();
        await Standalone.PublishAsync("दूसरा", "नाव फिर चली।");
        await Expect(page.Pill()).ToBeVisibleAsync();
        var found = await page.MovementsAsync();
        await page.Pill().ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "को जवाब दें" }).First.ClickAsync();
        return [.. found, .. await page.MovementsAsync()];
    }
}
