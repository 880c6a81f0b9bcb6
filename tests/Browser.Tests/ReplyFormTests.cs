using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The widget's form: nothing that somebody wrote is lost, and nobody needs a mouse.</summary>
public sealed class ReplyFormTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Can_be_used_with_the_keyboard_alone()
    {
        await Standalone.PublishAsync("Asha", "The lamps are lit again.", page: "keys");
        var page = (await ReaderOfAsync("keys")).Page;
        await Expect(page.CommentOf("Asha")).ToBeVisibleAsync();

        await TypeAsync(page, "Bilal", "", "", "All of them, even the one by the mill.");
        await page.Clock.FastForwardAsync(40_000);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.CommentOf("Bilal")).ToBeVisibleAsync();

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Reply to Asha" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Text()).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reply to Asha" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Who climbs up there?");
        await page.Clock.FastForwardAsync(40_000);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("article:has-text('lamps are lit') + .replies article.comment:not(.waiting)")).ToContainTextAsync("Who climbs up there?");
        await Expect(page.Locator("article:has-text('lamps are lit') + .replies article.comment")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keeps_a_draft_until_the_tab_is_closed_also_that_of_a_reply()
    {
        await Standalone.PublishAsync("Asha", "Mind the third step.", page: "draft");
        var page = (await ReaderOfAsync("draft")).Page;
        await page.AnswerAsync("Asha");
        await page.Text().FillAsync("It has been loose since");

        await page.ReloadAsync();

        await Expect(page.Text()).ToHaveValueAsync("It has been loose since");
        await Expect(page.Locator("#replying")).ToContainTextAsync("Reply to Asha");
        await Expect(page.Locator("li:has-text('Mind the third step') > form")).ToBeVisibleAsync();
        await page.SayAsync("Bilal", "It has been loose since spring.");
        await Expect(page.Locator(".replies article.comment:not(.waiting)")).ToContainTextAsync("since spring");
        await page.ReloadAsync();
        await Expect(page.Text()).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Remembers_a_reader_who_asks_for_it_and_forgets_who_no_longer_does()
    {
        var page = (await ReaderOfAsync("remember")).Page;
        // Published or waiting: who writes three in a row may have to wait.
        var comments = page.Locator("#thread article");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Email" }).FillAsync("asha@example.org");
        await page.SayAsync("Asha", "Not remembered yet.");
        await Expect(comments).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).ToHaveValueAsync("");

        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Email" }).FillAsync("asha@example.org");
        await page.SayAsync("Asha", "But from now on, please.");
        await Expect(comments).ToHaveCountAsync(2);
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).ToHaveValueAsync("Asha");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Email" })).ToHaveValueAsync("asha@example.org");

        await page.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.SayAsync("Asha", "On second thoughts, no.");
        await Expect(comments).ToHaveCountAsync(3);
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('reader-comments reader')"));
    }

    [Fact]
    public async Task Sends_a_comment_again_without_doubling_it_when_the_answer_was_lost()
    {
        var reader = await ReaderOfAsync("lost");
        reader.Expect("net::ERR_FAILED");
        await reader.Page.RouteAsync("**/v1/sites/demo/comments", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await reader.Page.SayAsync("Meera", "The tunnel of trees is open again.");
        await Expect(reader.Page.Status()).ToHaveTextAsync("The server could not be reached. Your text is still here; please send it again in a moment.");
        await Expect(reader.Page.Text()).ToHaveValueAsync("The tunnel of trees is open again.");
        await reader.Page.PostAsync();

        await Expect(reader.Page.Status()).ToHaveTextAsync("Thank you! Your comment is published.");
        await reader.Page.ReloadAsync();
        await Expect(reader.Page.CommentOf("Meera")).ToHaveCountAsync(1);
        await Expect(reader.Page.Title()).ToHaveTextAsync("1 comment");
    }

    [Fact]
    public async Task Says_in_words_that_comments_are_closed()
    {
        var reader = await ReaderOfAsync("closed");
        reader.Expect(403);

        await reader.Page.SayAsync("Meera", "One more thing.");

        await Expect(reader.Page.Status()).ToHaveTextAsync("Comments are closed on this page.");
        await Expect(reader.Page.Text()).ToHaveValueAsync("One more thing.");
    }

    private static async Task TypeAsync(IPage page, params string[] texts)
    {
        await TabToAsync(page, page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }));
        foreach (var (index, text) in texts.Index())
        {
            if (index > 0)
            {
                await page.Keyboard.PressAsync("Tab");
            }
            await page.Keyboard.TypeAsync(text);
        }
    }

    private static async Task TabToAsync(IPage page, ILocator place)
    {
        for (var stops = 0; stops < 40 && !await place.EvaluateAsync<bool>("element => element.matches(':focus')"); stops++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(place).ToBeFocusedAsync();
    }
}
