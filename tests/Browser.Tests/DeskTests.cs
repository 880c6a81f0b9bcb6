using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What moderators see and do at the desk.</summary>
public sealed class DeskTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Shows_why_a_comment_is_held_and_marks_the_words()
    {
        await Standalone.PostAsync("ज्योतिष दरबार", "वशीकरण! पूरी जानकारी https://darbar.example.com पर", "held", "darbar@example.com");

        var page = (await ModeratorAsync()).Page;

        var card = page.CardOf("ज्योतिष दरबार");
        await Expect(card.Locator("mark")).ToHaveTextAsync(["वशीकरण", "https://darbar.example.com"]);
        await Expect(card.Locator(".reason")).ToContainTextAsync(["A link from an author of whom nothing has been approved yet.", "वशीकरण"]);
        await Expect(card.Locator(".email")).ToHaveTextAsync("darbar@example.com");
    }

    [Theory]
    [InlineData("en-GB", "read as “earn from home”", "On trial: A phone number from somebody new.")]
    [InlineData("hi-IN", "इसे “earn from home” पढ़ा गया", "परीक्षण में: किसी नए लेखक का फ़ोन नंबर।")]
    public async Task Tells_what_a_word_was_read_as_and_what_a_rule_on_trial_would_have_said(string locale, string readAs, string onTrial)
    {
        await Standalone.PostAsync(locale, $"3arn fr0m h0me, {locale}, call 98765 43210", "held");

        var card = (await ModeratorAsync(new() { Locale = locale })).Page.CardOf(locale);

        await Expect(card.Locator("mark").First).ToHaveAttributeAsync("data-read", readAs);
        await Expect(card.Locator("mark").First).ToHaveTextAsync($"3arn fr0m h0me ({readAs})");
        await Expect(card.Locator("mark.note")).ToHaveTextAsync("98765 43210");
        await Expect(card.Locator(".trial li")).ToContainTextAsync(onTrial);
    }

    [Fact]
    public async Task Approves_with_a_click()
    {
        var id = await Standalone.HeldAsync("Clicked");
        var page = (await ModeratorAsync()).Page;

        await page.CardOf("Clicked").GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(page.CardOf("Clicked")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Approved: Clicked" })).ToBeVisibleAsync();
        await Standalone.StateAsync(id, "approved");
    }

    [Fact]
    public async Task Rejects_with_a_key_and_goes_on_to_the_next()
    {
        var id = await Standalone.HeldAsync("First in line");
        await Standalone.HeldAsync("Second in line");
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("First in line").FocusAsync();

        await page.Keyboard.PressAsync("r");

        await Expect(page.CardOf("First in line")).ToHaveCountAsync(0);
        await Expect(page.CardOf("Second in line")).ToBeFocusedAsync();
        await Standalone.StateAsync(id, "rejected");
    }

    [Fact]
    public async Task Moves_with_j_and_k_but_not_while_somebody_types()
    {
        await Standalone.HeldAsync("Upper");
        await Standalone.HeldAsync("Lower");
        var page = (await ModeratorAsync()).Page;
        await page.CardOf("Upper").FocusAsync();

        await page.Keyboard.PressAsync("j");
        await Expect(page.CardOf("Lower")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.CardOf("Upper")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("jar");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("jar");
        await Expect(page.CardOf("Upper")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tells_the_second_of_two_moderators_who_was_first()
    {
        var id = await Standalone.HeldAsync("Wanted by two");
        var page = (await ModeratorAsync()).Page;
        var card = page.CardOf("Wanted by two");
        await Standalone.DecideAsync(id, "reject");

        await card.FocusAsync();
        await page.Keyboard.PressAsync("a");

        await Expect(card.GetByRole(AriaRole.Status)).ToHaveTextAsync("Already rejected by api.");
        await Standalone.StateAsync(id, "rejected");
        await card.GetByRole(AriaRole.Button, new() { Name = "Hide" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Offers_what_came_in_since_the_desk_was_opened()
    {
        await Standalone.HeldAsync("Early");
        var page = (await ModeratorAsync()).Page;

        await Standalone.HeldAsync("Late");
        await page.GetByRole(AriaRole.Button, new() { Name = "new" }).ClickAsync();

        await Expect(page.CardOf("Late")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Finds_a_word_and_a_decision_can_be_changed_later()
    {
        var id = await Standalone.HeldAsync("Changed", "एक अनोखा शब्द: किंकर्तव्यविमूढ़");
        await Standalone.DecideAsync(id, "reject");
        await Standalone.StateAsync(id, "rejected");
        await Standalone.HeldAsync("Keeps the desk from being empty");
        var page = (await ModeratorAsync()).Page;

        await page.GetByRole(AriaRole.Navigation).GetByText("Rejected").ClickAsync();
        await Expect(page.CardOf("Changed")).ToBeVisibleAsync();
        await Expect(page.Cards().First).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("किंकर्तव्यविमूढ़");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Cards()).ToHaveCountAsync(1);
        await Expect(page.CardOf("Changed").Locator(".history")).ToContainTextAsync("Rejected by api");
        await page.CardOf("Changed").GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(page.CardOf("Changed").Locator(".history")).ToContainTextAsync("Approved by admin");
        await Expect(page.CardOf("Changed").GetByRole(AriaRole.Button, new() { Name = "Reject" })).ToBeEnabledAsync();
        await Standalone.StateAsync(id, "approved");
    }

    [Fact]
    public async Task Keeps_what_is_typed_while_the_desk_wakes_up()
    {
        await Standalone.HeldAsync("Sleepy");
        var page = (await ModeratorAsync()).Page;
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/_framework/*", async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });

        await page.GotoAsync("/dashboard", new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByRole(AriaRole.Searchbox).FillAsync("typed early");
        released.SetResult();

        await Expect(page.CardOf("Sleepy").GetByRole(AriaRole.Button).First).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("typed early");
    }
}
