using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Every state of every page fits a desktop and a phone. The screenshots are kept, for people to judge what a program cannot.</summary>
public sealed class PictureTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    private const string Discussion = "section.discussion";

    [Fact]
    public async Task The_demo_page_fits_the_screen()
    {
        var parent = await Standalone.PostAsync("पुराना शिक्षक", """
            मैंने पैंतीस वर्ष इसी कस्बे में भूगोल पढ़ाया है। तालाब केवल पानी का गड्ढा नहीं होता, वह पूरे मोहल्ले की स्मृति होता है।

            संपर्क: shikshak@example.in
            """, "approved");
        await Standalone.PostAsync("Padosi", "Bilkul sahi kaha sir, aapne humein bhi padhaya tha!", "approved", url: "https://padosi.example.in", parent: parent);
        await Standalone.PostAsync("अत्यंतदीर्घनामधारीसर्वत्रविद्यमानपाठकमहोदयजी", new string('क', 400), "approved");
        var page = (await ReaderAsync()).Page;
        await Expect(page.Comments()).ToHaveCountAsync(3);
        var tooNarrow = new List<string>(await page.PicturesAsync("demo"));

        await page.WriteAsync("", "", "not an email");
        tooNarrow.AddRange(await page.PicturesAsync("demo-errors", Discussion));

        var status = await page.HoldStatusBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "पुराना शिक्षक को जवाब दें" }).ClickAsync();
        await page.WriteAsync("छात्र", "गुरुजी, नमस्ते! चित्र यहाँ हैं: https://chitra.example.in", "chhatra@example.in");
        await Expect(page.Waiting()).ToBeVisibleAsync();
        tooNarrow.AddRange(await page.PicturesAsync("demo-pending", Discussion));

        status.SetResult();
        await Expect(page.Waiting()).ToContainTextAsync("मॉडरेटर देखेंगे");
        tooNarrow.AddRange(await page.PicturesAsync("demo-held", Discussion));

        await page.WriteAsync("कोई", "call girls available");
        await Expect(page.Status()).ToContainTextAsync("क्षमा करें");
        tooNarrow.AddRange(await page.PicturesAsync("demo-rejected", Discussion));

        Assert.Empty(tooNarrow);
    }

    [Fact]
    public async Task The_demo_page_fits_the_screen_without_script()
    {
        var reader = await ReaderAsync(new() { JavaScriptEnabled = false });

        Assert.Empty(await reader.Page.PicturesAsync("demo-plain"));
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("hi-IN")]
    public async Task The_way_in_fits_the_screen(string locale)
    {
        var somebody = await SomebodyAsync(new() { Locale = locale });
        somebody.Expect(401);
        await somebody.Page.GotoAsync("/dashboard/login");
        await somebody.Page.SignInAsync("not the password");
        await Expect(somebody.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        Assert.Empty(await somebody.Page.PicturesAsync($"login-{locale[..2]}"));
    }
}
