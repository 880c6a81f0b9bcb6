using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The desk in every state and both languages, as <see cref="PictureTests"/> does for the other pages.</summary>
public sealed class DeskPictureTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    private readonly List<string> _tooNarrow = [];

    [Fact]
    public async Task The_desk_fits_the_screen()
    {
        var desks = new Dictionary<string, IPage> { ["en"] = await DeskAsync("en-GB"), ["hi"] = await DeskAsync("hi-IN") };
        await TakeAsync(desks, "empty");

        var last = await FillAsync();
        await TakeForReadmeAsync();
        foreach (var desk in desks.Values)
        {
            await desk.ReloadAsync();
            await Expect(desk.Cards().First).ToBeFocusedAsync();
        }
        await TakeAsync(desks, "cards");

        await Standalone.DecideAsync(last, "reject");
        foreach (var desk in desks.Values)
        {
            await Expect(desk.CardOf("Channel Grower").Locator(".notice")).ToBeVisibleAsync();
        }
        await TakeAsync(desks, "conflict");

        await desks["en"].Cards().First.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(desks["en"].Locator(".toast")).ToContainTextAsync("Approved");
        await HeldAsync("देर से आया", "der@example.in", "एक और बात, यहाँ पढ़िए: https://aur-ek.example.in");
        await Expect(desks["en"].Locator(".pill")).ToBeVisibleAsync();
        await TakeAsync(desks, "new");

        foreach (var desk in desks.Values)
        {
            await desk.CardOf("Rozgar Mitra").FocusAsync();
            await desk.Keyboard.PressAsync("x");
            await desk.Keyboard.PressAsync("Shift+J");
            await Expect(desk.Locator(".picked-bar")).ToBeVisibleAsync();
            await desk.Keyboard.PressAsync("n");
            await Expect(desk.Locator(".noting")).ToBeVisibleAsync();
        }
        await TakeAsync(desks, "picked");

        foreach (var desk in desks.Values)
        {
            await desk.GotoAsync("/dashboard?state=rejected");
            await Expect(desk.Locator(".history").First).ToBeVisibleAsync();
        }
        await TakeAsync(desks, "rejected");

        foreach (var desk in desks.Values)
        {
            await desk.GotoAsync("/dashboard?q=किंकर्तव्यविमूढ़");
            await Expect(desk.Locator(".empty")).ToBeVisibleAsync();
        }
        await TakeAsync(desks, "nothing-found");

        Assert.Empty(_tooNarrow);
    }

    // What a desk looks like on a quiet morning.
    private async Task<Guid> FillAsync()
    {
        await HeldAsync("पुराना मछुआरा", "machhuara@example.in", "रानी ताल की चालीस साल पुरानी तस्वीरें मिल गईं! यहाँ रखी हैं, ज़रूर देखिए: https://jhilmilpur.example.in/taal");
        await HeldAsync("Rozgar Mitra", "rozgar@example.com", "Bhai log, ghar baithe kamao 25,000 mahina, bas mobile chahiye. Roz do ghante ka kaam, pehle aao pehle pao!");
        await HeldAsync("Nali Road Wala", "naliroad@example.org", "Teen saal se yahi haal hai, itna nikamma vibhag kahin nahi dekha. Sabut ke saath photo: https://naliroad.example.org/photos");
        await HeldAsync("Quick Cash", "quick@example.com", "F0r students: 3arn fr0m h0me every day. Call 98765 43210, ask for Kavita.");
        await Standalone.PostAsync("Careful Reader", "Sixty percent full is not full. Please say so in the headline.", "approved", "careful.reader@example.org");
        await HeldAsync(
            "Careful Reader",
            "careful.reader@example.org",
            "For comparison, the yearly reports: https://tanks.example.org/2023 https://tanks.example.org/2024 https://tanks.example.org/2025");
        await HeldAsync("ज्योतिष दरबार", "darbar@example.com", "हर प्रेम समस्या का समाधान 24 घंटे में, वशीकरण विशेषज्ञ। पहले काम, फिर दाम!");
        return await HeldAsync("Channel Grower", "grower@example.com", "Nice post bro!! Subscribe to my channel, one lucky subscriber gets a phone every week");
    }

    private Task<Guid> HeldAsync(string name, string email, string text) => Standalone.PostAsync(name, text, "held", email);

    private async Task TakeForReadmeAsync()
    {
        var page = (await ModeratorAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, ColorScheme = ColorScheme.Light })).Page;
        await page.ScreenAsync("desk-readme");
        await page.CloseAsync();
    }

    private async Task<IPage> DeskAsync(string locale)
    {
        var moderator = await SomebodyAsync(new() { Locale = locale });
        await moderator.Page.GotoAsync("/dashboard");
        await moderator.Page.SignInAsync();
        await Expect(moderator.Page.Locator(".empty")).ToBeVisibleAsync();
        return moderator.Page;
    }

    private async Task TakeAsync(Dictionary<string, IPage> desks, string name)
    {
        foreach (var (language, desk) in desks)
        {
            _tooNarrow.AddRange(await desk.PicturesAsync($"desk-{name}-{language}"));
        }
    }
}
