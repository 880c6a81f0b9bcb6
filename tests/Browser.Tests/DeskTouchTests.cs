using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The desk on a phone.</summary>
public sealed class DeskTouchTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    // WCAG 2.5.5, in CSS pixels.
    private const float LeastTarget = 44;

    [Theory]
    [InlineData("Swiped right", 200, "approved")]
    [InlineData("Swiped left", -200, "rejected")]
    public async Task A_swipe_far_enough_decides(string name, int by, string state)
    {
        var id = await Standalone.HeldAsync(name);
        var page = await PhoneAsync();

        await SwipeAsync(page, page.CardOf(name), by);

        await Expect(page.CardOf(name)).ToHaveCountAsync(0);
        await Expect(page.Toast().GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await Standalone.StateAsync(id, state);
    }

    [Fact]
    public async Task A_short_swipe_and_a_scroll_decide_nothing()
    {
        var id = await Standalone.HeldAsync("Only touched");
        var page = await PhoneAsync();

        await SwipeAsync(page, page.CardOf("Only touched"), 60);
        await SwipeAsync(page, page.CardOf("Only touched"), 20, -220);

        await Expect(page.CardOf("Only touched").GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeEnabledAsync();
        Assert.Equal("", await page.CardOf("Only touched").EvaluateAsync<string>("card => card.style.translate"));
        Assert.Equal("held", await Standalone.StatusAsync(id));
    }

    [Fact]
    public async Task Everything_is_big_enough_for_a_thumb()
    {
        await Standalone.HeldAsync("Thumb");
        var page = await PhoneAsync();

        var small = await page.EvaluateAsync<string[]>($$"""
            [...document.querySelectorAll("main button, .bar a, .bar button, .head button, label.pick")]
              .filter(target => target.offsetParent && !target.matches(".unseen"))
              .map(target => [target.className || target.textContent.trim(), target.getBoundingClientRect()])
              .filter(([, box]) => box.width > 0 && (box.height < {{LeastTarget}} || box.width < {{LeastTarget}} - 4))
              .map(([name, box]) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`)
            """);

        Assert.Empty(small);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private async Task<IPage> PhoneAsync()
    {
        var page = (await ModeratorAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true })).Page;
        await Expect(page.GetByText("Swipe right to approve, left to reject.")).ToBeVisibleAsync();
        await Expect(page.Cards().First.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeEnabledAsync();
        return page;
    }

    private static async Task SwipeAsync(IPage page, ILocator card, int by, int down = 0)
    {
        await card.ScrollIntoViewIfNeededAsync();
        var box = (await card.Locator(".text").BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var session = await page.Context.NewCDPSessionAsync(page);
        await TouchAsync("touchStart", x, y);
        for (var part = 1; part <= 8; part++)
        {
            await TouchAsync("touchMove", x + (by * part / 8f), y + (down * part / 8f));
        }

        await TouchAsync("touchEnd", null, null);

        Task TouchAsync(string type, float? atX, float? atY) => session.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = atX is null ? Array.Empty<object>() : new object[] { new Dictionary<string, object> { ["x"] = atX.Value, ["y"] = atY!.Value } },
        });
    }
}
