using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>The desk while RabbitMQ or PostgreSQL is down.</summary>
[Collection(OneBrowser.Name)]
public sealed class DeskServersTests(Chromium chromium, ServicesWithDesk services) : IClassFixture<ServicesWithDesk>
{
    private static readonly LocatorAssertionsToBeVisibleOptions _soon = new() { Timeout = 45_000 };

    [Fact]
    public async Task Decides_while_RabbitMQ_is_down_says_so_and_hands_on_what_was_decided()
    {
        var id = await services.HeldAsync("Before the outage");
        await using var context = await SitDownAsync();
        var page = context.Pages[0];
        await page.CardOf("Before the outage").FocusAsync();
        await services.RabbitMq.StopAsync();

        await page.Keyboard.PressAsync("r");
        await Expect(page.Toast()).ToContainTextAsync("Rejected: Before the outage");
        await Expect(page.GetByText("saved but not yet handed on")).ToBeVisibleAsync(_soon);
        await services.RabbitMq.StartAsync();

        await services.StateAsync(id, "rejected");
        await Expect(page.GetByText("saved but not yet handed on")).ToBeHiddenAsync(new() { Timeout = 45_000 });
    }

    [Fact]
    public async Task Gives_the_card_back_while_PostgreSQL_is_down_and_works_again_by_itself()
    {
        var id = await services.HeldAsync("Not to be saved");
        await using var context = await SitDownAsync();
        var page = context.Pages[0];
        var card = page.CardOf("Not to be saved");
        await card.FocusAsync();
        await services.Postgres.StopAsync();

        await page.Keyboard.PressAsync("r");
        await Expect(page.Toast()).ToContainTextAsync("Not saved: the decision on Not to be saved.");
        await Expect(page.GetByText("The database does not answer.").First).ToBeVisibleAsync();
        await Expect(card).Not.ToHaveAttributeAsync("data-going", "reject");
        await services.Postgres.StartAsync();

        await Expect(page.Locator(".trouble.grave")).ToHaveCountAsync(0, new() { Timeout = 45_000 });
        await card.FocusAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(card).ToHaveCountAsync(0);
        await services.StateAsync(id, "rejected");
    }

    private async Task<IBrowserContext> SitDownAsync()
    {
        var context = await chromium.Browser.NewContextAsync(new() { BaseURL = services.Desk, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/dashboard");
        await page.SignInAsync();
        await Expect(page.Cards().First.GetByRole(AriaRole.Button, new() { Name = "Reject" })).ToBeEnabledAsync(new() { Timeout = 30_000 });
        return context;
    }
}
