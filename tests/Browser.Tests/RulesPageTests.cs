using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Rules that are looked at, tried and changed in the browser, on the whole program with the rules that ship.</summary>
public sealed class RulesPageTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task A_word_that_is_added_with_a_preview_holds_the_next_comment_and_going_back_lets_it_through()
    {
        await Standalone.PostAsync("Asha", "What a zibbernook of a road.", "approved");
        var page = await AdminAsync("words");

        await page.Locator("#pasted").FillAsync("zibbernook\n12345\nगड़बड़झाला");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to changes" }).ClickAsync();
        await Expect(page.Locator("#pasted-faults")).ToHaveTextAsync("“12345” cannot be looked for: it has no letters.");
        await Expect(page.Locator("#pasted")).ToHaveValueAsync("12345");
        await Expect(page.Locator("[data-entry=zibbernook]")).ToContainTextAsync("not saved");
        await Accessible(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Preview and save" }).ClickAsync();
        await Expect(page.Locator(".moves")).ToContainTextAsync("held");
        await Expect(page.Locator(".changed mark").First).ToHaveTextAsync("zibbernook");
        await Accessible(page);
        await page.Locator("#note").FillAsync("A new word for bad roads");
        await page.ScreenAsync("rules-preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and put in force" }).ClickAsync();
        await Expect(page.Locator(".success[role=status]").First).ToContainTextAsync("is saved and in force");
        await Standalone.PostAsync("Asha", "Another z1bbern00k, another road.", "held");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Versions" }).ClickAsync();
        var newest = page.Locator(".versions li").First;
        await Expect(newest).ToContainTextAsync("A new word for bad roads");
        await Expect(newest.Locator(".what-changed")).ToContainTextAsync("+zibbernook");
        await Accessible(page);
        await page.ScreenAsync("rules-versions");
        await page.Locator(".versions li").Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".success[role=status]").First).ToContainTextAsync("is back");
        await Standalone.PostAsync("Asha", "A third zibbernook, a third road.", "approved");
    }

    [Fact]
    public async Task A_disguised_word_is_tried_and_marked_with_what_it_was_read_as()
    {
        var page = await AdminAsync("try");

        await page.Locator("#try-text").FillAsync("Students, 3arn fr0m h0me every day");
        await page.GetByRole(AriaRole.Button, new() { Name = "Judge it" }).ClickAsync();

        await Expect(page.Locator(".outcome .badge")).ToHaveTextAsync("would be held");
        await Expect(page.Locator(".verdict mark").First).ToContainTextAsync("earn from home");
        await Expect(page.Locator(".verdict .notices")).ToContainTextAsync("SpamPhrases");
        await Accessible(page);
    }

    [Fact]
    public async Task A_rule_is_put_on_trial_and_has_another_score()
    {
        var page = await AdminAsync("rules");
        var rule = page.Locator("[data-rule=TooManyLinks]");

        await rule.GetByLabel("Score").FillAsync("7");
        await rule.GetByLabel("Mode").SelectOptionAsync("shadow");
        await Expect(rule).ToContainTextAsync("not saved");
        await Expect(rule).ToContainTextAsync("In the file: live, 5.");
        await Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview and save" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and put in force" }).ClickAsync();
        await Expect(page.Locator(".success[role=status]").First).ToContainTextAsync("is saved and in force");
        await Standalone.PostAsync("Asha", "https://a.example.com/1 https://b.example.com/2 https://c.example.com/3", "held", "a@example.com");

        await rule.GetByRole(AriaRole.Button, new() { Name = "As in the file" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview and save" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and put in force" }).ClickAsync();
        await Expect(rule.GetByLabel("Mode")).ToHaveValueAsync("live");
    }

    [Fact]
    public async Task Changes_that_are_not_saved_can_be_discarded_and_a_list_be_searched()
    {
        var page = await AdminAsync("words");

        await page.GetByPlaceholder("Search in this list").FillAsync("idiot");
        await Expect(page.Locator(".entries li").First).ToContainTextAsync("idiot");
        await page.Locator(".entries li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".entries .badge").GetByText("removed", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Expect(page.Locator(".draft-bar")).ToHaveCountAsync(0);
        await Expect(page.Locator(".entries .badge").GetByText("removed", new() { Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_fits_every_screen_in_both_languages_and_colours()
    {
        var tooNarrow = new List<string>();
        foreach (var (locale, language) in new[] { ("en-GB", "en"), ("hi-IN", "hi") })
        {
            foreach (var view in new[] { "rules", "words", "try", "versions" })
            {
                var page = await AdminAsync(view, locale);
                await Expect(page.Locator(".person .who")).ToHaveCSSAsync("flex-grow", "0");
                if (view == "words")
                {
                    await page.Locator("#pasted").FillAsync("kachrapatti\nकचरापट्टी\nidiot\n???");
                    await page.Locator(".word-page .primary").ClickAsync();
                    await Expect(page.Locator("#pasted-faults li")).ToHaveCountAsync(1);
                }
                else if (view == "try")
                {
                    await page.Locator("#try-text").FillAsync("रोज़ घर बैठे पैसे कमाएं, p@ise kamao! You 1diot.");
                    await page.Locator(".try-page .primary").ClickAsync();
                    await Expect(page.Locator(".outcome")).ToBeVisibleAsync();
                }

                tooNarrow.AddRange(await page.PicturesAsync($"rules-{view}-{language}"));
                await page.SetViewportSizeAsync(1280, 800);
                await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                await Accessible(page);
                if (view == "words")
                {
                    await page.Locator(".draft-bar .primary").ClickAsync();
                    await Expect(page.Locator(".preview")).ToBeVisibleAsync();
                    tooNarrow.AddRange(await page.PicturesAsync($"rules-preview-{language}"));
                    await Accessible(page);
                }
            }
        }

        Assert.Empty(tooNarrow);
    }

    private async Task<IPage> AdminAsync(string view, string locale = "en-GB")
    {
        var page = (await SomebodyAsync(new() { Locale = locale })).Page;
        await page.GotoAsync($"/dashboard/rules?view={view}");
        await page.SignInAsync();
        await Expect(page.Locator("#view > *:not(.empty)").First).ToBeVisibleAsync();
        return page;
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        var faults = result.Violations.Select(violation => $"{violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
