using System.Net;
using System.Text.RegularExpressions;
using Dapper;

namespace Moderation.Dashboard.Tests;

/// <summary>Where people are signed in, and how that ends.</summary>
public partial class SessionTests
{
    private static readonly Uri _account = new("/dashboard/account", UriKind.Relative);

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_person_sees_all_own_sessions_and_ends_another_one(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using var host = await DashboardHost.StartAsync(databases);
        await using var other = await DashboardHost.StartAsync(databases);
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha");
        using var phone = other.Browser();
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36");
        await SignIn.WithAsync(phone, People.OwnPassword, name: "asha");

        var page = await asha.GetStringAsync(_account);
        Assert.Contains("Chrome · Android", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Unknown browser", page, StringComparison.Ordinal);
        await SignIn.SubmitAsync(asha, "/dashboard/account", EndForm().Match(page).Groups[1].Value);

        Assert.Equal(HttpStatusCode.Found, await phone.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.OK, await asha.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(People.Desk));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_admin_ends_all_sessions_of_somebody(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha");

        await admin.ActAsync("asha", "end");

        Assert.Equal(HttpStatusCode.Unauthorized, await asha.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.Found, (await SignIn.WithAsync(asha, People.OwnPassword, name: "asha")).StatusCode);
    }

    [Fact]
    public async Task Ending_all_others_keeps_this_one()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var here = await host.AdminAsync();
        using var there = await host.AdminAsync();

        await SignIn.SubmitAsync(here, "/dashboard/account", "end-others");

        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.Found, await there.StatusAsync(People.Desk));
    }

    [Fact]
    public async Task After_signing_out_the_cookie_is_worth_nothing()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        var signedIn = await SignIn.WithAsync(browser, DashboardHost.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("moderation-dashboard=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, await thief.StatusAsync(People.Comments));

        await browser.PostAsync(new Uri("/dashboard/logout", UriKind.Relative), SignIn.Form(await browser.GetStringAsync(People.Desk)));

        Assert.Equal(HttpStatusCode.Unauthorized, await thief.StatusAsync(People.Comments));
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(13, false)]
    public async Task A_session_that_nobody_uses_for_half_a_day_is_over(int hours, bool stands)
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"), time);
        using var admin = await host.AdminAsync();

        time.Now += TimeSpan.FromHours(hours);

        Assert.Equal(stands, await admin.StatusAsync(People.Desk) == HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_a_week_everybody_signs_in_again()
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"), time);
        using var admin = await host.AdminAsync();

        var hours = 0;
        for (; hours < 240 && await admin.StatusAsync(People.Desk) == HttpStatusCode.OK; hours += 8)
        {
            time.Now += TimeSpan.FromHours(8);
        }

        Assert.Equal(7 * 24, hours);
    }

    [Fact]
    public async Task Nobody_opens_the_live_part_of_a_page_without_a_session()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var stranger = host.Browser();
        using var admin = await host.AdminAsync();
        var negotiate = new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative);

        var refused = await stranger.PostAsync(negotiate, null);
        var admitted = await admin.PostAsync(negotiate, null);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
    }

    [Fact]
    public async Task While_the_database_is_down_whoever_is_there_stays_there()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(People.Desk));
        await using (var connection = await host.Database.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("ALTER TABLE sessions RENAME TO sessions_elsewhere");
        }

        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(People.Desk));
        using var late = host.Browser();
        var refused = await SignIn.WithAsync(late, DashboardHost.Password);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("The database does not answer.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("value=\"(end-[0-9a-f]{12})\"")]
    private static partial Regex EndForm();
}
