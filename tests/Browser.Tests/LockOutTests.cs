using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Too many wrong passwords; with a program of its own, for all browsers here have one address.</summary>
public sealed class LockOutTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_open_either()
    {
        var somebody = await SomebodyAsync();
        somebody.Expect(401);
        somebody.Expect(429);
        var page = somebody.Page;
        await page.GotoAsync("/dashboard/login");
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await page.SignInAsync("not the password");
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That is not the password.");
        }

        await page.SignInAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Too many wrong passwords. Try again in a minute.");
    }
}
