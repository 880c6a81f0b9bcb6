using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using Moderation.Servers;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>Accounts and tokens, as people handle them.</summary>
public sealed class PeopleTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    private static readonly Regex _account = new("/dashboard/account$");
    private static readonly Regex _desk = new("/dashboard$");
    private static readonly Regex _login = new("/dashboard/login");

    [Fact]
    public async Task Asks_for_another_password_before_the_desk_opens()
    {
        var first = await (await AdminAsync()).AddAsync("first.timer");
        var page = (await SomebodyAsync()).Page;

        await page.GotoAsync("/dashboard");
        await page.SignInAsync(first, "first.timer");
        await Expect(page).ToHaveURLAsync(_account);
        await Expect(page.Locator("#present")).ToBeFocusedAsync();
        await page.GotoAsync("/dashboard");
        await Expect(page).ToHaveURLAsync(_account);
        await Expect(page.GetByText("Somebody else made up this password.")).ToBeVisibleAsync();

        await page.ChooseAsync(first, PeoplePages.OwnPassword);
        await Expect(page).ToHaveURLAsync(_desk);
        await Expect(page.Locator(".who")).ToHaveTextAsync("first.timer");
    }

    [Fact]
    public async Task A_desk_that_is_open_goes_to_the_login_page_when_its_account_is_disabled()
    {
        var admin = await AdminAsync();
        var page = await SettledAsync(admin, "disabled.one");

        var row = await admin.OpenAsync("disabled.one");
        await row.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(_login);
    }

    [Fact]
    public async Task A_desk_that_is_open_becomes_what_its_account_may_do_now()
    {
        var admin = await AdminAsync();
        var page = await SettledAsync(admin, "promoted.one");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "People" })).ToHaveCountAsync(0);

        var row = await admin.OpenAsync("promoted.one");
        await row.Locator("select").SelectOptionAsync("admin");
        await row.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "People" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_person_signs_another_browser_out_and_its_desk_decides_nothing_more()
    {
        var id = await Standalone.PostAsync("Undecided", $"देखिए https://{Unlike.Word()}.example.org", "held");
        var admin = await AdminAsync();
        var there = await SettledAsync(admin, "in.two.places");
        await Expect(there.CardOf("Undecided")).ToBeVisibleAsync();
        await there.CardOf("Undecided").FocusAsync();
        var here = (await SomebodyAsync()).Page;
        await here.GotoAsync("/dashboard/account");
        await here.SignInAsync(PeoplePages.OwnPassword, "in.two.places");
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // The old page stays as long as the new one does not come.
        await there.RouteAsync(_desk, async route =>
        {
            asked.TrySetResult();
            await released.Task;
            await route.ContinueAsync();
        });

        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out there" }).ClickAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await there.Keyboard.PressAsync("a");
        await here.GotoAsync("/dashboard");
        await Expect(here.CardOf("Undecided")).ToBeVisibleAsync();
        await Standalone.DecideAsync(id, "reject");

        released.SetResult();
        await Expect(there).ToHaveURLAsync(_login);
    }

    [Fact]
    public async Task A_token_is_shown_once_and_works_until_it_is_revoked()
    {
        var admin = await AdminAsync();
        await admin.GotoAsync("/dashboard/tokens");

        await admin.Locator("#name").FillAsync("reporter");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Make" }).ClickAsync();
        using var program = new HttpClient { BaseAddress = new Uri(Standalone.Address) };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await admin.Locator(".secret output").InnerTextAsync());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program));

        await admin.GotoAsync("/dashboard/tokens");
        await Expect(admin.Locator(".secret")).ToHaveCountAsync(0);
        await admin.RowOf("reporter").GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(admin.GetByText("The token is revoked.")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient program) => (await program.GetAsync(new Uri("/dashboard/api/comments", UriKind.Relative))).StatusCode;

    private async Task<IPage> AdminAsync()
    {
        var page = (await SomebodyAsync()).Page;
        await page.GotoAsync("/dashboard/people");
        await page.SignInAsync();
        return page;
    }

    private async Task<IPage> SettledAsync(IPage admin, string name)
    {
        var first = await admin.AddAsync(name);
        var page = (await SomebodyAsync()).Page;
        await page.SettleAsync(name, first);
        await Expect(page).ToHaveURLAsync(_desk);
        return page;
    }
}
