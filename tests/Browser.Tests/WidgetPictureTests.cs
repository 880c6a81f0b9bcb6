using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The widget on another website, in both languages and every state, as <see cref="PictureTests"/> does for our own pages.</summary>
public sealed class WidgetPictureTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Theory]
    [InlineData("en", "Reply to", "Name", "Comment", "Post comment", "A moderator will look at it.")]
    [InlineData("hi", "को जवाब दें", "नाम", "टिप्पणी", "टिप्पणी भेजें", "मॉडरेटर देखेंगे।")]
    public async Task The_widget_fits_the_screen(string language, string reply, string name, string comment, string send, string held)
    {
        var article = $"pictures-{language}";
        await FillAsync(article);
        var page = (await ReaderOfAsync(article, language)).Page;
        await Expect(page.Comments()).ToHaveCountAsync(7);
        var tooNarrow = new List<string>(await page.PicturesAsync($"widget-thread-{language}"));

        await page.GetByRole(AriaRole.Button, new() { Name = reply }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
        tooNarrow.AddRange(await page.PicturesAsync($"widget-reply-{language}"));

        await page.GetByRole(AriaRole.Textbox, new() { Name = name }).FillAsync("Meera Joshi");
        await page.GetByRole(AriaRole.Textbox, new() { Name = comment }).FillAsync("The old timetable is kept here: https://ferry.example.org/1962\n\nवहाँ तस्वीरें भी हैं।");
        await page.Clock.FastForwardAsync(40_000);
        await page.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
        await Expect(page.Waiting().Locator(".badge")).ToContainTextAsync(held);
        await Standalone.PublishAsync("Late Riser", "Did I miss anything?", page: article);
        await Expect(page.Pill()).ToBeVisibleAsync();
        tooNarrow.AddRange(await page.PicturesAsync($"widget-waiting-{language}"));

        var empty = (await ReaderOfAsync($"empty-{language}", language)).Page;
        await Expect(empty.Locator(".empty")).ToBeVisibleAsync();
        tooNarrow.AddRange(await empty.PicturesAsync($"widget-empty-{language}"));

        Assert.Empty(tooNarrow);
    }

    [Fact]
    public async Task The_widget_is_pictured_for_the_readme()
    {
        const string Page = "readme";
        var first = await Standalone.PublishAsync("पुराना शिक्षक", "घाट केवल नाव पकड़ने की जगह नहीं होता, वह पूरे मोहल्ले की स्मृति होता है: किसने किसे विदा किया, कौन लौटा।", page: Page);
        await Standalone.PublishAsync("Padosi", "Bilkul sahi kaha sir, aapne humein bhi padhaya tha!", "https://padosi.example.in", first, Page);
        await Standalone.PublishAsync("Careful Reader", "The board at the quay says every forty minutes after five. Could somebody check?", page: Page);
        var page = (await ReaderOfAsync(Page, options: new() { ViewportSize = new() { Width = 860, Height = 1210 }, ColorScheme = ColorScheme.Light })).Page;
        await page.AnswerAsync("Careful Reader");
        await page.SayAsync("Meera Joshi", "It does, I took a picture: https://ferry.example.org/board");
        await Expect(page.Waiting()).ToContainTextAsync("A moderator will look at it.");

        await page.Locator("#title").EvaluateAsync("title => scrollTo(0, title.getBoundingClientRect().top + scrollY - 20)");
        await page.ScreenAsync("widget-readme");
    }

    private async Task FillAsync(string article)
    {
        var page = article;
        var first = await Standalone.PublishAsync("पुराना शिक्षक", """
            मैंने पैंतीस वर्ष इसी कस्बे में भूगोल पढ़ाया है। घाट केवल नाव पकड़ने की जगह नहीं होता, वह पूरे मोहल्ले की स्मृति होता है: किसने किसे विदा किया, कौन लौटा, किसकी छतरी यहीं छूट गई।

            बच्चों को यहाँ लाइए, उन्हें नदी का नाम नदी के सामने बताइए।
            """, page: page);
        await Standalone.PublishAsync("Padosi", "Bilkul sahi kaha sir, aapne humein bhi padhaya tha!", "https://padosi.example.in", first, page);
        var gone = await Standalone.PublishAsync("Somebody", "I take that back.", parent: first, page: page);
        await Standalone.PublishAsync("Asha", "Please don't, it was funny.", parent: gone, page: page);
        for (var number = 1; number <= 4; number++)
        {
            await Standalone.PublishAsync("छात्रा", $"गुरुजी, {number + 1} घाटों के नाम अब भी याद हैं।", parent: first, page: page);
        }
        await Standalone.WithdrawAsync(gone);
        await Standalone.PublishAsync("Careful Reader", "The article says every hour; the board at the quay says every forty minutes after five. Could somebody check?", page: page);
        await Standalone.PublishAsync("अत्यंतदीर्घनामधारीसर्वत्रविद्यमानपाठकमहोदयजी", new string('क', 300), page: page);
        await Standalone.PublishAsync("Bilal", "See you on the first crossing.", "https://bilal.example.org", page: page);
    }
}
