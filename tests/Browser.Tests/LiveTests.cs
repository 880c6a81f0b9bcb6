using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What readers see of each other while their pages are open: on another website, under its strict policy, without a reload.</summary>
public sealed class LiveTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task A_comment_comes_is_answered_and_goes_on_every_open_page()
    {
        const string Page = "life";
        var (writer, other) = ((await ReaderOfAsync(Page)).Page, (await ReaderOfAsync(Page)).Page);
        await Standalone.PublishAsync("Early Bird", "Six in the morning and already a queue.", page: Page);
        await Expect(other.CommentOf("Early Bird")).ToBeVisibleAsync();
        await writer.MarkAsync();
        await other.MarkAsync();

        await writer.SayAsync("Asha", "The timetable is here: https://ferry.example.org/times");
        await Expect(writer.Waiting()).ToContainTextAsync("A moderator will look at it.");
        await Expect(other.Pill()).ToBeHiddenAsync();

        var id = Guid.Parse(await writer.Waiting().GetAttributeAsync("data-id") ?? "");
        await Standalone.StateAsync(id, "held");
        await Standalone.DecideAsync(id, "approve");
        await Expect(writer.CommentOf("Asha")).ToContainTextAsync("The timetable is here");
        await Expect(writer.Waiting()).ToHaveCountAsync(0);
        await Expect(writer.Status()).ToHaveTextAsync("Thank you! Your comment is published.");
        await Expect(writer.Title()).ToHaveTextAsync("2 comments");

        await Expect(other.Pill()).ToHaveTextAsync("1 new comment");
        await Expect(other.CommentOf("Asha")).ToHaveCountAsync(0);
        await other.Pill().ClickAsync();
        await Expect(other.CommentOf("Asha")).ToBeFocusedAsync();
        await Expect(other.Pill()).ToBeHiddenAsync();

        await other.AnswerAsync("Asha");
        await other.SayAsync("Bilal", "Thank you, that saves me a walk.");
        await Expect(writer.Locator("article:has-text('timetable') + .replies article")).ToContainTextAsync("saves me a walk");
        await Expect(writer.Title()).ToHaveTextAsync("3 comments");

        await Standalone.WithdrawAsync(id);
        foreach (var page in new[] { writer, other })
        {
            await Expect(page.Locator(".removed")).ToHaveTextAsync("Comment removed");
            await Expect(page.CommentOf("Asha")).ToHaveCountAsync(0);
            await Expect(page.CommentOf("Bilal")).ToBeVisibleAsync();
            await Expect(page.Title()).ToHaveTextAsync("2 comments");
        }

        await Standalone.WithdrawAsync(Guid.Parse(await writer.CommentOf("Bilal").GetAttributeAsync("data-id") ?? ""));
        foreach (var page in new[] { writer, other })
        {
            await Expect(page.CommentOf("Bilal")).ToHaveCountAsync(0);
            await Expect(page.Locator(".removed")).ToHaveCountAsync(0);
            await Expect(page.Title()).ToHaveTextAsync("1 comment");
            Assert.True(await page.IsTheSameAsync());
        }
    }

    [Fact]
    public async Task New_comments_wait_above_until_the_reader_wants_them()
    {
        const string Page = "pill";
        await Standalone.PublishAsync("First", "The bell rings before every crossing.", page: Page);
        var page = (await ReaderOfAsync(Page)).Page;
        await Expect(page.CommentOf("First")).ToBeVisibleAsync();

        await Standalone.PublishAsync("Second", "And after it, too.", page: Page);
        var third = await Standalone.PublishAsync("Third", "Only when there is fog.", page: Page);
        await Standalone.PublishAsync("Fourth", "Which there is, most mornings.", parent: third, page: Page);

        await Expect(page.Title()).ToHaveTextAsync("4 comments");
        await Expect(page.Pill()).ToHaveTextAsync("2 new comments");
        await Expect(page.Comments()).ToHaveCountAsync(1);

        await page.Pill().ClickAsync();

        await Expect(page.Comments().Locator(".comment-author")).ToHaveTextAsync(["Third", "Fourth", "Second", "First"]);
    }

    [Fact]
    public async Task Where_the_oldest_come_first_new_ones_come_at_the_end()
    {
        const string Page = "oldest";
        await Standalone.PublishAsync("First", "A seat by the window.", page: Page);
        var page = (await ReaderOfAsync(Page)).Page;
        await page.EvaluateAsync("document.querySelector('reader-comments').setAttribute('order', 'oldest')");
        await Expect(page.CommentOf("First")).ToBeVisibleAsync();

        await Standalone.PublishAsync("Second", "And one at the back.", page: Page);

        await Expect(page.Comments().Locator(".comment-author")).ToHaveTextAsync(["First", "Second"]);
        await Expect(page.Pill()).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_reply_does_not_move_what_is_read()
    {
        const string Page = "still";
        var top = Guid.Empty;
        for (var number = 1; number <= 8; number++)
        {
            top = await Standalone.PublishAsync($"Rower {number}", $"Crossing number {number}: calm water, and {number + 2} gulls counted on the way.", page: Page);
        }
        var page = (await ReaderOfAsync(Page)).Page;
        await page.CommentOf("Rower 2").ScrollIntoViewIfNeededAsync();
        var before = (await page.CommentOf("Rower 2").BoundingBoxAsync())!.Y;

        await Standalone.PublishAsync("Gull", "We counted you as well.", parent: top, page: Page);

        await Expect(page.CommentOf("Gull")).ToHaveCountAsync(1);
        Assert.InRange((await page.CommentOf("Rower 2").BoundingBoxAsync())!.Y, before - 2, before + 2);
    }

    [Fact]
    public async Task Whoever_comes_back_to_the_tab_is_told_what_they_missed()
    {
        const string Page = "away";
        await Standalone.PublishAsync("Stays", "I never leave the quay.", page: Page);
        var goes = await Standalone.PublishAsync("Goes", "I was here for a day.", page: Page);
        var page = (await ReaderOfAsync(Page)).Page;
        await Expect(page.CommentOf("Goes")).ToBeVisibleAsync();

        await HideAsync(page, true);
        await Standalone.WithdrawAsync(goes);
        await Standalone.PublishAsync("Comes", "The tide brought me.", page: Page);
        await HideAsync(page, false);

        await Expect(page.CommentOf("Goes")).ToHaveCountAsync(0);
        await Expect(page.Pill()).ToHaveTextAsync("1 new comment");
    }

    [Fact]
    public async Task The_list_is_loaded_anew_after_a_long_sleep()
    {
        const string Page = "sleep";
        await Standalone.PublishAsync("Evening", "The last boat has gone.", page: Page);
        var page = (await ReaderOfAsync(Page)).Page;
        await Expect(page.CommentOf("Evening")).ToBeVisibleAsync();
        await Standalone.PublishAsync("Morning", "The first one is here.", page: Page);
        await Expect(page.Pill()).ToHaveTextAsync("1 new comment");

        await page.AnswerAsync("Evening");
        await page.Text().FillAsync("It was still light when");

        await page.Clock.FastForwardAsync("09:00:00");

        await Expect(page.Comments().Locator(".comment-author")).ToHaveTextAsync(["Morning", "Evening"]);
        await Expect(page.Pill()).ToBeHiddenAsync();
        await Expect(page.Locator("time").Last).ToHaveTextAsync("9 hours ago");
        await Expect(page.Locator("li:has-text('The last boat') > form").GetByRole(AriaRole.Textbox, new() { Name = "Comment" })).ToHaveValueAsync("It was still light when");
    }

    private static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync("""
        hidden => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }
        """, hidden);
}
