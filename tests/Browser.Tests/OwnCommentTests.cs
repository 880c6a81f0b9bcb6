using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What becomes of a reader's own comment, whatever happens meanwhile.</summary>
public sealed class OwnCommentTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task A_waiting_comment_is_still_there_after_a_reload()
    {
        const string Page = "reload";
        var page = (await ReaderOfAsync(Page)).Page;
        await page.SayAsync("Meera", "Pictures of the old ferry: https://ferry.example.org/pictures");
        await Expect(page.Waiting()).ToContainTextAsync("A moderator will look at it.");

        await page.ReloadAsync();

        await Expect(page.Waiting()).ToContainTextAsync("Pictures of the old ferry");
        var id = Guid.Parse(await page.Waiting().GetAttributeAsync("data-id") ?? "");
        await Standalone.StateAsync(id, "held");
        await Standalone.DecideAsync(id, "approve");
        await Expect(page.CommentOf("Meera")).ToBeVisibleAsync();
        await Expect(page.Waiting()).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(page.Comments()).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Whoever_was_away_when_their_comment_was_rejected_is_told_kindly()
    {
        const string Text = "All about ferries: https://ferry.example.org/all";
        var page = (await ReaderOfAsync("rejected")).Page;
        await page.SayAsync("Meera", Text);
        await Expect(page.Waiting()).ToContainTextAsync("A moderator will look at it.");
        var id = Guid.Parse(await page.Waiting().GetAttributeAsync("data-id") ?? "");
        await page.GotoAsync("about:blank");
        await Standalone.StateAsync(id, "held");
        await Standalone.DecideAsync(id, "reject");

        await page.GotoAsync($"{Standalone.Newspaper.Address}/en/rejected");

        await Expect(page.Status()).ToHaveTextAsync("Sorry, your comment could not be published. You are welcome to put it in other words.");
        await Expect(page.Text()).ToHaveValueAsync(Text);
        await Expect(page.Waiting()).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_comment_that_is_published_before_its_answer_comes_is_shown_once()
    {
        const string Page = "early";
        await Standalone.PublishAsync("First", "Nobody here yet.", page: Page);
        var page = (await ReaderOfAsync(Page)).Page;
        await Expect(page.CommentOf("First")).ToBeVisibleAsync();
        await page.RouteAsync("**/v1/sites/demo/comments", async route =>
        {
            var answer = await route.FetchAsync();
            await Expect(page.Pill()).ToBeVisibleAsync();
            await route.FulfillAsync(new() { Response = answer });
        });

        await page.SayAsync("Asha", "Now there are two of us.");

        await Expect(page.Status()).ToHaveTextAsync("Thank you! Your comment is published.");
        await Expect(page.Comments().Locator(".comment-author")).ToHaveTextAsync(["Asha", "First"]);
        await Expect(page.Pill()).ToBeHiddenAsync();
    }
}
