using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The widget on another website, under its strict policy.</summary>
public sealed class WidgetTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Loads_long_threads_and_long_lists_bit_by_bit()
    {
        const string Page = "long";
        var first = await Standalone.PublishAsync("Comment 0", "Who remembers the rope ferry?", page: Page);
        for (var number = 1; number <= 5; number++)
        {
            await Standalone.PublishAsync($"Reply {number}", $"I do; it took {number + 3} of us to pull.", parent: first, page: Page);
        }
        for (var number = 1; number <= 25; number++)
        {
            await Standalone.PublishAsync($"Comment {number}", $"Crossing {number} of the season, {number * 3} people aboard.", page: Page);
        }
        var page = (await ReaderOfAsync(Page)).Page;
        await Expect(page.Title()).ToHaveTextAsync("31 comments");
        await Expect(page.Comments()).ToHaveCountAsync(25);

        await page.GetByRole(AriaRole.Button, new() { Name = "More comments" }).ClickAsync();

        await Expect(page.CommentOf("Comment 0")).ToBeFocusedAsync();
        await Expect(page.Locator(".replies .comment-author")).ToHaveTextAsync(["Reply 1", "Reply 2", "Reply 3"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "2 more replies" }).ClickAsync();
        await Expect(page.CommentOf("Reply 4")).ToBeFocusedAsync();
        await Expect(page.Locator(".replies .comment-author")).ToHaveTextAsync(["Reply 1", "Reply 2", "Reply 3", "Reply 4", "Reply 5"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "more" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Fills_all_counts_of_a_document_with_one_request()
    {
        await Standalone.PublishAsync("Asha", "The whistle can be heard in the next valley.", page: "counted");
        var parent = await Standalone.PublishAsync("Bilal", "Two crossings, no waiting.", page: "counted-twice");
        await Standalone.PublishAsync("Asha", "Lucky you!", parent: parent, page: "counted-twice");
        var reader = await SomebodyAsync();
        var asked = new List<string>();
        reader.Page.Request += (_, request) => asked.AddRange(request.Url.Contains("/counts", StringComparison.Ordinal) ? [request.Url] : []);

        await reader.Page.GotoAsync($"{Standalone.Newspaper.Address}/en?pages=counted,counted-twice,never-counted,counted");

        await Expect(reader.Page.Locator("reader-comment-count")).ToHaveTextAsync(["1 comment", "2 comments", "0 comments", "1 comment"]);
        Assert.Single(asked);
    }

    [Fact]
    public async Task Speaks_hindi_where_the_page_does()
    {
        var page = (await ReaderOfAsync("hindi", "hi-IN")).Page;

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "टिप्पणियाँ" })).ToBeVisibleAsync();
        await Expect(page.GetByText("अभी कोई टिप्पणी नहीं है। पहली आप लिखें।")).ToBeVisibleAsync();
        await Expect(page.GetByText("आपका ईमेल पता प्रकाशित नहीं किया जाएगा।")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Says_which_attribute_is_missing_and_starts_when_it_comes()
    {
        var page = (await ReaderOfAsync("attributes")).Page;

        await page.EvaluateAsync("document.querySelector('reader-comments').removeAttribute('page')");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The element <reader-comments> needs the attribute “page”.");
        await page.EvaluateAsync("document.querySelector('reader-comments').setAttribute('page', 'attributes')");

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(page.Text()).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Says_so_when_the_comments_cannot_be_loaded_and_tries_again()
    {
        await Standalone.PublishAsync("Asha", "Nobody counts the gulls any more.", page: "again");
        var reader = await SomebodyAsync();
        reader.Expect("net::ERR_FAILED");
        await reader.Page.RouteAsync("**/comments?*", route => route.AbortAsync());
        await reader.Page.GotoAsync($"{Standalone.Newspaper.Address}/en/again");
        await Expect(reader.Page.GetByText("The comments could not be loaded just now.")).ToBeVisibleAsync();
        await reader.Page.UnrouteAllAsync();

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(reader.Page.CommentOf("Asha")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Shows_the_comment_that_the_address_names()
    {
        var id = await Standalone.PublishAsync("Asha", "Here is where the old landing was.", page: "named");

        var page = (await ReaderOfAsync($"named#comment-{id}")).Page;

        await Expect(page.CommentOf("Asha")).ToBeFocusedAsync();
        await Expect(page.CommentOf("Asha")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Sends_to_another_origin_when_told_so_and_follows_the_comment_there()
    {
        var submission = Standalone.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var reader = await SomebodyAsync();
        reader.Know(submission);
        var asked = new List<string>();
        reader.Page.Request += (_, request) => asked.AddRange(request.Url.StartsWith(submission, StringComparison.Ordinal) ? [$"{request.Method} {new Uri(request.Url).AbsolutePath}"] : []);
        await reader.Page.Clock.InstallAsync();
        await reader.Page.GotoAsync($"{Standalone.Newspaper.Address}/en/apart?policy=none");
        await reader.Page.EvaluateAsync("origin => document.querySelector('reader-comments').setAttribute('submit', origin)", submission);

        await reader.Page.SayAsync("Asha", "Two doors, one house: https://ferry.example.org/doors");

        await Expect(reader.Page.Waiting()).ToContainTextAsync("A moderator will look at it.");
        var id = await reader.Page.Waiting().GetAttributeAsync("data-id");
        Assert.Contains("POST /v1/sites/demo/comments", asked);
        Assert.Contains($"GET /v1/comments/{id}", asked);
    }
}
