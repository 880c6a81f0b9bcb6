using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Two moderators at two browsers.</summary>
public sealed class DeskTogetherTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task One_sees_what_the_other_has_open_until_it_is_left()
    {
        await Standalone.HeldAsync("Before it");
        await Standalone.HeldAsync("Looked at");
        var (one, other) = ((await ModeratorAsync()).Page, (await ModeratorAsync()).Page);

        await one.CardOf("Looked at").FocusAsync();
        await Expect(other.CardOf("Looked at").Locator(".badge")).ToHaveTextAsync("Open at another desk of yours");
        await Expect(one.CardOf("Looked at").Locator(".badge")).ToHaveCountAsync(0);

        await one.CardOf("Before it").FocusAsync();
        await Expect(other.CardOf("Looked at").Locator(".badge")).ToHaveCountAsync(0);

        await one.CardOf("Looked at").FocusAsync();
        await Expect(other.CardOf("Looked at").Locator(".badge")).ToBeVisibleAsync();
        await one.CloseAsync();
        await Expect(other.CardOf("Looked at").Locator(".badge")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_one_decides_greys_out_in_place_at_the_other()
    {
        var id = await Standalone.HeldAsync("Wanted by both");
        await Standalone.HeldAsync("Below it");
        var (one, other) = ((await ModeratorAsync()).Page, (await ModeratorAsync()).Page);
        await other.CardOf("Below it").FocusAsync();
        var before = await other.CardOf("Below it").BoundingBoxAsync();

        await one.CardOf("Wanted by both").FocusAsync();
        await one.Keyboard.PressAsync("a");

        await Expect(other.CardOf("Wanted by both").Locator(".notice")).ToHaveTextAsync("Already approved by admin.");
        await Expect(other.CardOf("Wanted by both").GetByRole(AriaRole.Button, new() { Name = "Reject" })).ToHaveCountAsync(0);
        await Expect(other.CardOf("Below it")).ToBeFocusedAsync();
        Assert.Equal(before!.X, (await other.CardOf("Below it").BoundingBoxAsync())!.X);

        await one.Keyboard.PressAsync("z");
        await Expect(other.CardOf("Wanted by both").GetByRole(AriaRole.Button, new() { Name = "Reject" })).ToBeEnabledAsync();
        Assert.Equal("held", await Standalone.StatusAsync(id));
    }

    [Fact]
    public async Task News_are_told_in_the_moderators_language()
    {
        var id = await Standalone.HeldAsync("Told in Hindi");
        await Standalone.HeldAsync("Also there");
        var page = (await ModeratorAsync(new() { Locale = "hi-IN" })).Page;

        await Standalone.DecideAsync(id, "approve");

        await Expect(page.CardOf("Told in Hindi").Locator(".notice")).ToHaveTextAsync("api इसे पहले ही स्वीकार कर चुके हैं।");
        await Expect(page.CardOf("Told in Hindi").Locator(".why h2").First).ToHaveTextAsync("यह यहाँ क्यों है");
        await Expect(page.Locator(".tabs").First).ToContainTextAsync("प्रतीक्षा में");
    }

    [Fact]
    public async Task The_second_decision_changes_nothing_even_before_the_news_has_come()
    {
        var id = await Standalone.HeldAsync("Raced for");
        await Standalone.HeldAsync("Not raced for");
        var (one, other) = ((await ModeratorAsync()).Page, (await ModeratorAsync()).Page);
        await one.CardOf("Raced for").FocusAsync();
        await other.CardOf("Raced for").FocusAsync();

        await Task.WhenAll(one.Keyboard.PressAsync("a"), other.Keyboard.PressAsync("r"));

        var winner = await Either(one, other);
        var loser = winner == one ? other : one;
        await Expect(loser.CardOf("Raced for").Locator(".notice")).ToHaveTextAsync(winner == one ? "Already approved by admin." : "Already rejected by admin.");
        await Standalone.StateAsync(id, winner == one ? "approved" : "rejected");
    }

    [Fact]
    public async Task Counts_are_live_on_both_and_new_cases_wait_behind_a_pill()
    {
        await Standalone.HeldAsync("Was there");
        var (one, other) = ((await ModeratorAsync()).Page, (await ModeratorAsync()).Page);
        var before = await CountAsync(one);

        await Standalone.HeldAsync("Came in");

        foreach (var page in new[] { one, other })
        {
            await Expect(Count(page)).ToHaveTextAsync($"{before + 1}");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "1 new" })).ToBeVisibleAsync();
            await Expect(page).ToHaveTitleAsync(new Regex($@"^\({before + 1}\)"));
            await Expect(page.CardOf("Came in")).ToHaveCountAsync(0);
        }

        await one.GetByRole(AriaRole.Button, new() { Name = "1 new" }).ClickAsync();
        await Expect(one.CardOf("Came in")).ToBeFocusedAsync();
        await one.Keyboard.PressAsync("r");
        await Expect(Count(one)).ToHaveTextAsync($"{before}");
        await Expect(Count(other)).ToHaveTextAsync($"{before}");
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "1 new" })).ToHaveCountAsync(0);
    }

    private static ILocator Count(IPage page) => page.Locator(".tabs a").First.Locator(".count");

    private static async Task<int> CountAsync(IPage page) => int.Parse(await Count(page).InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    // Whose card has gone won.
    private static async Task<IPage> Either(IPage one, IPage other)
    {
        var notice = one.CardOf("Raced for").Locator(".notice").Or(one.Toast());
        await Expect(notice.First).ToBeVisibleAsync();
        return await one.CardOf("Raced for").CountAsync() == 0 ? one : other;
    }
}
