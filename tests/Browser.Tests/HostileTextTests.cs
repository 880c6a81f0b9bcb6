using System.Text.Json;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Whatever somebody writes, the widget shows it and no script of theirs runs: with a strict policy on the page, which reports, and without any.</summary>
public sealed class HostileTextTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    private const int LongestName = 100;
    private const string Page = "hostile";

    // What a hostile text would call, and what a browser tells when a policy stopped it.
    private const string Trap = """
        window.trapped = [];
        window.trap = what => trapped.push(`trap ${what}`);
        for (const name of ["alert", "prompt", "confirm"]) window[name] = what => trapped.push(`${name} ${what}`);
        document.addEventListener("securitypolicyviolation", event => trapped.push(`${event.violatedDirective} ${event.blockedURI}`));
        """;

    // Everything in the widget that the widget itself would not have made.
    private const string Foreign = """
        () => {
          const root = document.querySelector("reader-comments").shadowRoot;
          const isOurLink = element => element.tagName === "A" && element.rel === "ugc nofollow noopener" && element.getAttributeNames().join() === "href,rel";
          const fault = element => [
            ...element.closest(".comment-body") && !["DIV", "P", "BR"].includes(element.tagName) && !isOurLink(element) ? [`an element ${element.tagName}`] : [],
            ...["SCRIPT", "STYLE", "IFRAME", "OBJECT", "EMBED", "LINK", "META", "BASE", "TEMPLATE", "svg", "math"].includes(element.tagName) ? [`an element ${element.tagName}`] : [],
            ...[...element.attributes].filter(({ name }) => name.startsWith("on") || name === "style" || name === "srcdoc").map(({ name }) => `an attribute ${name}`),
            ...element.href !== undefined && !/^https?:/.test(element.href) ? [`a link to ${element.href}`] : [],
          ];
          return [...root.querySelectorAll("*")].flatMap(fault);
        }
        """;

    [Fact]
    public async Task Shows_every_hostile_text_as_text()
    {
        foreach (var (index, text) in HostileTexts.Bodies.Index())
        {
            var name = text.Length <= LongestName ? text : $"Somebody {index}";
            var url = HostileTexts.Urls[index % HostileTexts.Urls.Count];
            await Standalone.PublishAsync(name, text, url, page: Page);
        }

        foreach (var policy in new[] { "", "?policy=none" })
        {
            var reader = await SomebodyAsync();
            reader.Page.Dialog += (_, dialog) => Assert.Fail($"A dialog: {dialog.Message}");
            await reader.Page.AddInitScriptAsync(Trap);
            await reader.Page.GotoAsync($"{Standalone.Newspaper.Address}/en/{Page}{policy}");
            await ShowAllAsync(reader.Page);

            Assert.Equal(await TextsAsync(), (await reader.Page.Comments().Locator(".comment-body").AllInnerTextsAsync()).Select(Plain).Order(StringComparer.Ordinal));
            await TouchEverythingAsync(reader.Page);
            Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Foreign));
            Assert.Empty(await reader.Page.EvaluateAsync<string[]>("trapped"));
        }

        Assert.Empty(Standalone.Newspaper.Reports);
    }

    [Fact]
    public async Task Shows_a_reader_their_own_hostile_text_as_text_while_it_waits()
    {
        var reader = (await ReaderAsync()).Page;
        await reader.HoldStatusBackAsync();
        await reader.EvaluateAsync(Trap);

        await reader.WriteAsync("<img src=x onerror=trap('name')>", "<img src=x onerror=trap('waiting')><script>trap(1)</script>", website: "https://hostile.example/\"onclick=\"trap(1)");

        await Expect(reader.Waiting()).ToContainTextAsync("<img src=x onerror=trap('waiting')><script>trap(1)</script>");
        await Expect(reader.Waiting()).ToContainTextAsync("<img src=x onerror=trap('name')>");
        Assert.Empty(await reader.EvaluateAsync<string[]>(Foreign));
        Assert.Empty(await reader.EvaluateAsync<string[]>("trapped"));
    }

    private async Task<IEnumerable<string>> TextsAsync() =>
        JsonElement.Parse(await Standalone.PublishedAsync(Page)).GetProperty("items").EnumerateArray()
            .Select(item => Plain(item.GetProperty("text").GetString()!))
            .Order(StringComparer.Ordinal);

    private static async Task ShowAllAsync(IPage page)
    {
        var more = page.Locator(".more");
        await Expect(page.Comments().First).ToBeVisibleAsync();
        while (await more.IsVisibleAsync())
        {
            var shown = await page.Comments().CountAsync();
            await more.ClickAsync();
            await Expect(page.Comments()).Not.ToHaveCountAsync(shown);
        }
    }

    // Attributes that wait for a pointer or the focus get one.
    private static async Task TouchEverythingAsync(IPage page) => await page.EvaluateAsync("""
        () => {
          const root = document.querySelector("reader-comments").shadowRoot;
          for (const element of root.querySelectorAll(".comment *")) {
            for (const type of ["pointerover", "mouseover", "focus", "load", "error", "toggle", "animationstart"]) element.dispatchEvent(new Event(type));
          }
        }
        """);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
