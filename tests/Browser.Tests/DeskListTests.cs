using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using Moderation.Servers;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Finding one's way through the cases: filters, order, search, marks, keys.</summary>
public sealed class DeskListTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task A_filter_is_in_the_address_and_the_back_button_takes_it_off()
    {
        await Standalone.HeldAsync("By link");
        await Standalone.PostAsync("By phrase", $"Ghar baithe kamao, {Unlike.Word()}", "held");
        var page = (await ModeratorAsync()).Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await page.Locator("#filters").GetByRole(AriaRole.Link, new() { Name = "SpamPhrases" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/dashboard\?rule=SpamPhrases$"));
        await Expect(page.CardOf("By phrase")).ToBeVisibleAsync();
        await Expect(page.CardOf("By link")).ToHaveCountAsync(0);
        await Expect(page.GetByText(new Regex(@"^\d match$"))).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(page.CardOf("By link")).ToBeVisibleAsync();
        await page.GotoAsync("/dashboard?rule=SpamPhrases");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove this filter" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/dashboard$"));
        await Expect(page.CardOf("By link")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_riskiest_come_first_when_asked_for()
    {
        await Standalone.HeldAsync("Score of five");
        await Standalone.HeldAsync("Score of eight", "Itna nikamma vibhag kahin nahi dekha");
        var page = (await ModeratorAsync()).Page;
        await Expect(page.Cards().First).Not.ToContainTextAsync("Score of eight");

        await page.GetByRole(AriaRole.Link, new() { Name = "Riskiest" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("order=riskiest"));
        await Expect(page.Cards().First).ToContainTextAsync("Score of eight");
    }

    [Fact]
    public async Task A_mark_says_by_focus_and_by_pointer_which_rule_made_it()
    {
        await Standalone.PostAsync("Marked", $"3arn fr0m h0me, write to work@example.com, {Unlike.Word()}", "held");
        var page = (await ModeratorAsync()).Page;
        var card = page.CardOf("Marked");
        var tip = page.Locator(".tip");

        await card.Locator("mark").First.HoverAsync();
        await Expect(tip).ToBeVisibleAsync();
        await Expect(tip).ToContainTextAsync("read as “earn from home”");
        await Expect(tip).ToContainTextAsync("SpamPhrases");
        await Expect(tip).ToContainTextAsync("+5");
        await page.Keyboard.PressAsync("Escape");
        await Expect(tip).ToBeHiddenAsync();

        await card.Locator("mark.struck").FocusAsync();
        await Expect(tip).ToContainTextAsync("not published");
        await Expect(card.Locator("mark.struck")).ToHaveAccessibleDescriptionAsync(new Regex("The text has an email address"));
        await card.GetByText("As it will be published").ClickAsync();
        await Expect(card.Locator(".published p")).ToContainTextAsync(new Regex(@"write to \[.+\],"));
        await Expect(card.Locator(".published p")).Not.ToContainTextAsync("work@example.com");
    }

    [Fact]
    public async Task A_key_held_down_decides_once()
    {
        await Standalone.HeldAsync("Held down");
        await Standalone.HeldAsync("Next of the held down");
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Held down").FocusAsync();

        await page.Keyboard.DownAsync("a");
        await page.Keyboard.DownAsync("a");
        await page.Keyboard.DownAsync("a");
        await page.Keyboard.UpAsync("a");

        await Expect(page.CardOf("Held down")).ToHaveCountAsync(0);
        await Expect(page.CardOf("Next of the held down")).ToBeFocusedAsync();
        await Expect(page.CardOf("Next of the held down").GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task The_keys_are_told_and_the_slash_leads_to_the_search()
    {
        await Standalone.HeldAsync("Asked for help");
        var page = (await ModeratorAsync()).Page;

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToContainTextAsync("Undo the last decision");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.CardOf("Asked for help")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("article.card:focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reply_shows_what_it_replies_to_and_an_author_what_became_of_the_others()
    {
        var parent = await Standalone.PublishAsync("Asker", "Who has the key of the pump house?");
        await Standalone.PostAsync("Answerer", "The watchman has it, ask at the gate.", "approved", "answerer@example.org");
        await Standalone.PostAsync("Answerer", $"Ghar baithe kamao, {Unlike.Word()}", "held", "answerer@example.org", parent: parent);
        var page = (await ModeratorAsync()).Page;

        var card = page.CardOf("Answerer");
        await Expect(card.Locator(".parent")).ToContainTextAsync("Asker Who has the key of the pump house?");
        await Expect(card.Locator(".record")).ToHaveAttributeAsync("title", "1 approved, 0 rejected, 1 waiting so far");
        await card.FocusAsync();
        await page.Keyboard.PressAsync("u");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Answerer" })).ToContainTextAsync("answerer@example.org");
    }

    [Theory]
    [InlineData("en-GB", "Asia/Kolkata", @"\d{1,2} \w+ \d{4}.*Asia/(Kolkata|Calcutta)")]
    [InlineData("hi-IN", "Europe/Berlin", @"वार.*Europe/Berlin")]
    public async Task Times_are_those_of_the_moderators_zone_and_language(string locale, string zone, string expected)
    {
        await Standalone.HeldAsync($"Timed {zone}");
        var page = (await ModeratorAsync(new() { Locale = locale, TimezoneId = zone })).Page;

        await Expect(page.CardOf($"Timed {zone}").Locator("time")).ToHaveAttributeAsync("title", new Regex(expected));
    }

    [Fact]
    public async Task The_colours_are_those_that_were_chosen_whatever_the_system_says()
    {
        await Standalone.HeldAsync("Colourful");
        var page = (await ModeratorAsync(new() { ColorScheme = ColorScheme.Light })).Page;

        await page.OpenMenuAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dark" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveCSSAsync("color-scheme", "dark");
        await Expect(page.CardOf("Colourful")).ToBeVisibleAsync();
    }
}
