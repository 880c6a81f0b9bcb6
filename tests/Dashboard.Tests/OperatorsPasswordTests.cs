using System.Net;

namespace Moderation.Dashboard.Tests;

/// <summary>The account <c>admin</c> and <c>Dashboard:Password</c>.</summary>
public class OperatorsPasswordTests
{
    private const string Chosen = "a boat on the lake";

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task What_admin_chose_at_the_desk_holds_until_the_setting_is_another_one(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using (var host = await DashboardHost.StartAsync(databases))
        {
            using var admin = await host.AdminAsync();
            await admin.ChooseAsync(DashboardHost.Password, Chosen);
            await MayInAsync(host, Chosen, true);
            await MayInAsync(host, DashboardHost.Password, false);
        }

        await using (var host = await DashboardHost.StartAsync(databases))
        {
            await MayInAsync(host, Chosen, true);
            await MayInAsync(host, DashboardHost.Password, false);
        }

        await using (var host = await DashboardHost.StartAsync(databases, password: "set by the operators"))
        {
            await MayInAsync(host, "set by the operators", true);
            await MayInAsync(host, Chosen, false);
        }

        await using (var host = await DashboardHost.StartAsync(databases))
        {
            await MayInAsync(host, DashboardHost.Password, true);
        }
    }

    [Fact]
    public async Task A_setting_of_any_length_lets_admin_in_without_a_change()
    {
        var password = new string('x', 500) + " पासवर्ड";
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"), password: password);
        using var browser = host.Browser();

        var answer = await SignIn.WithAsync(browser, password);

        Assert.Equal("/dashboard", answer.Headers.Location!.PathOf(host));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(People.Desk));
    }

    [Fact]
    public async Task The_user_name_is_filled_in_while_admin_is_the_only_one()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        var login = new Uri("/dashboard/login", UriKind.Relative);
        using var stranger = host.Browser();
        Assert.Contains("name=\"username\" value=\"admin\"", await stranger.GetStringAsync(login), StringComparison.Ordinal);
        using var admin = await host.AdminAsync();

        await admin.AddAsync("asha");

        Assert.Contains("name=\"username\" value=\"\"", await stranger.GetStringAsync(login), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_user_name_is_that_of_admin()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var script = host.Browser();
        var login = new Uri("/dashboard/login", UriKind.Relative);

        var answer = await script.PostAsync(login, SignIn.Form(await script.GetStringAsync(login), new KeyValuePair<string, string>("password", DashboardHost.Password)));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task MayInAsync(DashboardHost host, string password, bool may)
    {
        using var browser = host.Browser();
        var answer = await SignIn.WithAsync(browser, password);
        Assert.Equal(may ? HttpStatusCode.Found : HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
