using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using Moderation.Servers;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Whether everybody can use the pages, as far as a program can tell.</summary>
public sealed class AccessibilityTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everybody_can_use_the_demo_page(ColorScheme colours)
    {
        await Standalone.PostAsync("मछुआरा", "नदी में पानी बढ़ा है, जाल संभालकर डालें।", "approved", url: "https://nadi.example.in");
        var page = (await ReaderAsync(new() { ColorScheme = colours })).Page;
        await Expect(page.Comments().First).ToBeVisibleAsync();
        await Accessible(page);

        await page.WriteAsync("", "", "not an email");
        await Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(3);
        await Accessible(page);

        await page.HoldStatusBackAsync();
        await page.WriteAsync("पाठक", $"बारिश का हिसाब: https://{Unlike.Word()}.example.org");
        await Expect(page.Waiting()).ToBeVisibleAsync();
        await Accessible(page);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en", "Reply to")]
    [InlineData(ColorScheme.Dark, "hi", "को जवाब दें")]
    public async Task Everybody_can_use_the_widget_on_another_website(ColorScheme colours, string language, string reply)
    {
        var article = $"everybody-{language}";
        var parent = await Standalone.PublishAsync("मछुआरा", "नाव फिर चली, अच्छा लगा।", "https://nadi.example.in", page: article);
        var gone = await Standalone.PublishAsync("Somebody", "I take that back.", parent: parent, page: article);
        await Standalone.PublishAsync("Asha", "Please do not.", parent: gone, page: article);
        await Standalone.WithdrawAsync(gone);
        var page = (await ReaderOfAsync(article, language, new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce })).Page;
        await Expect(page.Locator(".removed")).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);

        await page.GetByRole(AriaRole.Button, new() { Name = reply }).First.ClickAsync();
        await page.Locator("#submit").ClickAsync();
        await Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(2);
        await Standalone.PublishAsync("Late Riser", "Did I miss anything?", page: article);
        await Expect(page.Pill()).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en-GB")]
    [InlineData(ColorScheme.Dark, "hi-IN")]
    public async Task Everybody_can_sign_in(ColorScheme colours, string locale)
    {
        var somebody = await SomebodyAsync(new() { ColorScheme = colours, Locale = locale });
        somebody.Expect(401);
        await somebody.Page.GotoAsync("/dashboard/login");
        await Accessible(somebody.Page);

        await somebody.Page.SignInAsync("not the password");
        await Expect(somebody.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Accessible(somebody.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en-GB")]
    [InlineData(ColorScheme.Dark, "en-GB")]
    [InlineData(ColorScheme.Light, "hi-IN")]
    [InlineData(ColorScheme.Dark, "hi-IN")]
    public async Task Everybody_can_work_at_the_desk(ColorScheme colours, string locale)
    {
        await Standalone.PostAsync("जॉब सलाहकार", $"पूछें: https://{Unlike.Word()}.example.com", "held", "kaam@example.com", "https://kaam.example.com");
        await Standalone.PostAsync("Quick Cash", $"3arn fr0m h0me, {Unlike.Word()}, call 98765 43210", "held");
        await Standalone.PostAsync("Mailer", $"Likhiye: ghar baithe kamao, {Unlike.Word()}, work@example.com", "held");
        var decided = await Standalone.HeldAsync("Settled");
        var moderator = await ModeratorAsync(new() { ColorScheme = colours, Locale = locale });
        var page = moderator.Page;
        await page.CardOf("Settled").FocusAsync();
        await Standalone.DecideAsync(decided, "reject");
        await Expect(page.CardOf("Settled").Locator(".notice")).ToBeVisibleAsync();
        await page.Cards().First.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".picked-bar")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(".noting textarea")).ToBeFocusedAsync();
        await page.CardOf("Mailer").Locator("mark").First.FocusAsync();
        await Expect(page.Locator(".tip")).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);

        await page.CardOf("Mailer").FocusAsync();
        await page.Keyboard.PressAsync("s");
        await Expect(page.Toast()).ToBeVisibleAsync();
        await page.Locator(".filter-button").ClickAsync();
        await Expect(page.Locator("#filters")).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);

        await page.Keyboard.PressAsync("Escape");
        await page.OpenMenuAsync();
        await Accessible(page, withMinor: true);

        await page.Keyboard.PressAsync("Escape");
        await page.Cards().First.FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Accessible(page, withMinor: true);

        await page.GotoAsync("/dashboard?rule=NewAuthorWithLink");
        await page.Locator("[data-action=all]").ClickAsync();
        await Expect(page.Locator("dialog#all")).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);

        await page.GotoAsync("/dashboard?state=rejected");
        await Expect(page.Locator(".history").First).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);

        await page.GotoAsync("/dashboard?q=nothing-like-it");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);

        await page.EvaluateAsync("document.documentElement.setAttribute('data-lost', '')");
        await Accessible(page, withMinor: true);
    }

    [Fact]
    public async Task Everybody_can_work_at_the_desk_on_a_phone()
    {
        await Standalone.HeldAsync("On a phone");
        var page = (await ModeratorAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true })).Page;
        await Accessible(page, withMinor: true);

        await page.Locator(".head button").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeVisibleAsync();
        await Accessible(page, withMinor: true);
    }

    private static async Task Accessible(IPage page, bool withMinor = false)
    {
        var result = await page.RunAxe();

        var faults = result.Violations.Where(violation => withMinor || violation.Impact is "serious" or "critical").Select(Sentence).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string Sentence(AxeResultItem violation) =>
        $"{violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => $"{node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))}";
}
