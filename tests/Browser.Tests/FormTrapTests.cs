using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The demo page's form as programs fill it in. On a server of its own: nobody else's comments come from its address too fast.</summary>
public sealed class FormTrapTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Holds_what_is_sent_as_soon_as_the_form_is_there()
    {
        var page = (await HastyAsync()).Page;

        await page.FillInAsync("फुर्तीला", "सूखे तालाब फिर भरे, यह देखकर अच्छा लगा।");
        await page.SendAsync();
        await page.Clock.ResumeAsync();

        await Expect(page.Waiting()).ToContainTextAsync("मॉडरेटर देखेंगे");
        var moderator = (await ModeratorAsync()).Page;
        await Expect(moderator.CardOf("फुर्तीला").Locator(".rule")).ToContainTextAsync(["FormTrap"]);
    }

    [Fact]
    public async Task Holds_what_fills_in_the_field_that_nobody_sees()
    {
        var page = (await ReaderAsync()).Page;

        await page.Locator("#subject").EvaluateAsync("field => field.value = 'Hello'");
        await page.WriteAsync("भराऊ", "नाव में बैठकर ताल घूमने का मन है।");

        await Expect(page.Waiting()).ToContainTextAsync("मॉडरेटर देखेंगे");
        var moderator = (await ModeratorAsync()).Page;
        await Expect(moderator.CardOf("भराऊ").Locator(".rule")).ToContainTextAsync(["FormTrap"]);
    }
}
