using System.Net;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

/// <summary>Who guesses passwords is locked out, on all instances.</summary>
public class LockOutTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Several_instances_count_together(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using var one = await DashboardHost.StartAsync(databases);
        await using var two = await DashboardHost.StartAsync(databases);
        using var here = one.Browser();
        using var there = two.Browser();

        for (var wrong = 0; wrong < 5; wrong++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Tests.SignIn.WithAsync(wrong % 2 == 0 ? here : there, "wrong")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Tests.SignIn.WithAsync(here, DashboardHost.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Tests.SignIn.WithAsync(there, DashboardHost.Password)).StatusCode);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Ten_wrong_passwords_lock_the_account_for_five_minutes_whatever_the_address(string store)
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha");
        foreach (var address in new[] { "127.0.0.2", "127.0.0.3", "127.0.0.4" })
        {
            using var guesser = host.BrowserAt(address);
            for (var wrong = 0; wrong < (address == "127.0.0.4" ? 2 : 4); wrong++)
            {
                Assert.Equal(HttpStatusCode.Unauthorized, (await Tests.SignIn.WithAsync(guesser, "wrong", name: "Asha")).StatusCode);
            }
        }

        using var owner = host.BrowserAt("127.0.0.5");
        var locked = await Tests.SignIn.WithAsync(owner, People.OwnPassword, name: "asha");
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), locked.Headers.RetryAfter?.Delta);
        Assert.Contains("Too many wrong passwords. Try again in 5 minutes.", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await asha.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.Found, (await Tests.SignIn.WithAsync(owner, DashboardHost.Password)).StatusCode);

        time.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(HttpStatusCode.Found, (await Tests.SignIn.WithAsync(owner, People.OwnPassword, name: "asha")).StatusCode);
    }

    [Fact]
    public async Task A_reset_password_ends_the_lock()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        await admin.AddAsync("asha");
        foreach (var address in new[] { "127.0.0.2", "127.0.0.3", "127.0.0.4" })
        {
            using var guesser = host.BrowserAt(address);
            for (var wrong = 0; wrong < 4; wrong++)
            {
                await Tests.SignIn.WithAsync(guesser, "wrong", name: "asha");
            }
        }

        var page = await (await admin.ActAsync("asha", "reset")).Content.ReadAsStringAsync();
        using var owner = host.BrowserAt("127.0.0.5");
        var first = System.Text.RegularExpressions.Regex.Match(page, "<output>(.+?)</output>").Groups[1].Value;

        Assert.Equal(HttpStatusCode.Found, (await Tests.SignIn.WithAsync(owner, first, name: "asha")).StatusCode);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_many_tries_at_once_no_more_are_compared_than_one_after_the_other(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var page = await host.Browser().GetAsync(new Uri("/dashboard/login", UriKind.Relative));
        var form = await page.Content.ReadAsStringAsync();
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var guesser = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        guesser.DefaultRequestHeaders.Add("Cookie", cookie);

        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ =>
            guesser.PostAsync(new Uri("/dashboard/login", UriKind.Relative), Tests.SignIn.Form(form, new("username", "admin"), new("password", "wrong")))));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(20, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_refused_like_one_that_somebody_has()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        await admin.AddAsync("asha");
        using var guesser = host.Browser();

        var known = await Tests.SignIn.WithAsync(guesser, "wrong", name: "asha");
        var unknown = await Tests.SignIn.WithAsync(guesser, "wrong", name: "nobody");

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Contains("The user name or the password is wrong.", await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("The user name or the password is wrong.", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public async Task A_household_counts_as_one_address(string one, string other, bool isSame)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        var wrongPasswords = new WrongPasswords(host.Database, TimeProvider.System);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            Assert.Null(await wrongPasswords.CountAsync(IPAddress.Parse(one), $"account-{wrong}", default));
        }

        Assert.Equal(isSame, await wrongPasswords.CountAsync(IPAddress.Parse(other), "another", default) is not null);
    }
}
