using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The pages in the few colours that the system allows, without grounds and shadows of their own. The screenshots are kept, for people to judge.</summary>
public sealed class ForcedColoursTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task What_is_marked_chosen_or_pressed_can_be_told_at_the_desk()
    {
        await Standalone.PostAsync("Mailer", "Likhiye: ghar baithe kamao, work@example.com, call 98765 43210", "held");
        await Standalone.HeldAsync("Picked");
        var settled = await Standalone.HeldAsync("Settled");
        await Standalone.HeldAsync("Known", email: "known@example.org");
        await Standalone.PostAsync("Reader", "A kind word.", "approved");
        await Standalone.DecideAsync(await Standalone.HeldAsync("Refused"), "reject");
        var page = (await ModeratorAsync(Forced())).Page;

        await page.CardOf("Settled").FocusAsync();
        await Standalone.DecideAsync(settled, "approve");
        await Expect(page.CardOf("Settled").Locator(".notice")).ToBeVisibleAsync();
        await page.CardOf("Picked").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".picked-bar")).ToBeVisibleAsync();
        await page.CardOf("Mailer").Locator("mark").First.FocusAsync();
        await Expect(page.Locator(".findings li.lit")).ToBeVisibleAsync();
        await TakeAsync(page, "marks");
        await AccessibleAsync(page);
        Assert.Equal(await StyleAsync(page.Locator("body"), "color"), await StyleAsync(page.CardOf("Mailer").Locator("mark.note").First, "color"));
        Assert.Equal("underline", await StyleAsync(page.CardOf("Mailer").Locator("mark.note:not(.struck)").First, "text-decoration-line"));
        Assert.Equal("underline line-through", await StyleAsync(page.CardOf("Mailer").Locator("mark.note.struck"), "text-decoration-line"));
        Assert.Equal("rgb(0, 0, 0) on rgb(255, 224, 138)", await ColoursAsync(page.CardOf("Settled").Locator("mark")));
        Assert.Equal("dotted", await StyleAsync(page.CardOf("Settled"), "border-top-style"));
        Assert.Equal("solid", await StyleAsync(page.CardOf("Picked"), "border-top-style", "::after"));
        Assert.Equal("solid", await StyleAsync(page.CardOf("Mailer"), "outline-style"));
        Assert.Equal("solid", await StyleAsync(page.Locator(".findings li.lit"), "outline-style"));

        await page.CardOf("Known").FocusAsync();
        Assert.NotEqual(await StyleAsync(page.CardOf("Known"), "outline-color"), await StyleAsync(page.CardOf("Known"), "border-top-color"));
        await page.Keyboard.PressAsync("u");
        var drawer = page.GetByRole(AriaRole.Dialog);
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Always hold" }).ClickAsync();
        await Expect(drawer.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await TakeAsync(page, "drawer");
        await AccessibleAsync(page);
        Assert.NotEqual(await ColoursAsync(drawer.Locator("[aria-pressed=true]")), await ColoursAsync(drawer.Locator("[aria-pressed=false]").First));
        Assert.NotEqual(await ColoursAsync(drawer.GetByRole(AriaRole.Button, new() { Disabled = true })), await ColoursAsync(drawer.Locator("[aria-pressed=false]").First));

        await page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);
        await page.CardOf("Known").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Toast()).ToBeVisibleAsync();
        await page.EvaluateAsync("refused.hidden = false");
        await TakeAsync(page, "toast");
        Assert.Equal("solid", await StyleAsync(page.Toast(), "border-top-style"));
        Assert.Equal("solid", await StyleAsync(page.Locator("#refused"), "border-top-style"));
    }

    [Fact]
    public async Task What_plots_dots_and_tabs_tell_can_be_told()
    {
        await Standalone.DecideAsync(await Standalone.HeldAsync("Turned down"), "reject");
        await Standalone.DecideAsync(await Standalone.HeldAsync("Published"), "approve");
        var page = (await SomebodyAsync(Forced())).Page;
        await page.GotoAsync("/dashboard?state=all");
        await page.SignInAsync();

        await Expect(page.CardOf("Published").Locator(".history")).ToBeVisibleAsync();
        await TakeAsync(page, "all");
        Assert.NotEqual(await GroundAsync(page.CardOf("Published"), "::before"), await GroundAsync(page.CardOf("Turned down"), "::before"));
        Assert.Equal("double", await StyleAsync(page.CardOf("Turned down"), "border-left-style", "::before"));
        Assert.NotEqual(
            await GroundAsync(page.CardOf("Published").Locator(".history li").Last, "::before"),
            await GroundAsync(page.CardOf("Turned down").Locator(".history li").Last, "::before"));

        await page.GotoAsync("/dashboard/numbers");
        await TakeAsync(page, "numbers");
        await AccessibleAsync(page);
        Assert.NotEqual(await StyleAsync(page.Locator(".plot .one").First, "fill"), await StyleAsync(page.Locator(".plot .two").First, "fill"));
        Assert.Equal(await StyleAsync(page.Locator(".plot .one").First, "fill"), await StyleAsync(page.Locator(".plot .two").First, "stroke"));
        Assert.Equal(await StyleAsync(page.Locator(".plot .one").First, "fill"), await GroundAsync(page.Locator(".legend .one"), "::before"));
        Assert.Equal(await StyleAsync(page.Locator(".plot .two").First, "fill"), await GroundAsync(page.Locator(".legend .two"), "::before"));

        await page.GotoAsync("/dashboard/rules");
        await Expect(page.Locator(".a-rule").First).ToBeVisibleAsync();
        await TakeAsync(page, "rules");
        Assert.Equal("solid", await StyleAsync(page.GetByRole(AriaRole.Tab, new() { Selected = true }), "outline-style"));
        Assert.Equal("none", await StyleAsync(page.GetByRole(AriaRole.Tab, new() { Selected = false }).First, "outline-style"));
    }

    private static BrowserNewContextOptions Forced() => new()
    {
        ForcedColors = ForcedColors.Active,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new() { Width = 1280, Height = 900 },
    };

    // On black is where most goes wrong: that comes last, and stays.
    private static async Task TakeAsync(IPage page, string name)
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.ScreenAsync($"forced-{name}-{colours}".ToLowerInvariant());
        }
    }

    private static async Task AccessibleAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Help}: {node.Html}")));
    }

    private static Task<string> StyleAsync(ILocator of, string property, string? part = null) =>
        of.EvaluateAsync<string>("(element, [property, part]) => getComputedStyle(element, part)[property]", new[] { property, part });

    private static Task<string> GroundAsync(ILocator of, string? part = null) => StyleAsync(of, "background-color", part);

    private static async Task<string> ColoursAsync(ILocator of) => $"{await StyleAsync(of, "color")} on {await GroundAsync(of)}";
}
