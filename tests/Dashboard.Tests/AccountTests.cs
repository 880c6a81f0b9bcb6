using System.Net;
using Dapper;

namespace Moderation.Dashboard.Tests;

/// <summary>Accounts that admins make, and what becomes of them.</summary>
public class AccountTests
{
    private static readonly Uri _people = new("/dashboard/people", UriKind.Relative);

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_first_password_opens_nothing_but_the_page_to_change_it(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var browser = host.Browser();
        var first = await admin.AddAsync("Asha", "moderator", "demo");

        var signedIn = await SignIn.WithAsync(browser, first, name: "ASHA");
        var desk = await browser.GetAsync(People.Desk);
        var api = await browser.GetAsync(People.Comments);
        var changed = await browser.ChooseAsync(first, People.OwnPassword);

        Assert.Equal("/dashboard/account", signedIn.Headers.Location!.PathOf(host));
        Assert.Equal("/dashboard/account", desk.Headers.Location!.PathOf(host));
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        Assert.Equal("Your first password must be changed first, at /dashboard/account.", (await api.ReadAsync()).String("detail"));
        Assert.Equal("/dashboard", changed.Headers.Location!.PathOf(host));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(People.Comments));
    }

    [Fact]
    public async Task Passwords_are_kept_as_hashes_and_told_once()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        var first = await admin.AddAsync("asha");
        using var browser = await host.SettledAsync(admin, "ravi");

        await using var connection = await host.Database.OpenConnectionAsync();
        var stored = string.Join('\n', connection.Query("SELECT * FROM accounts"));

        Assert.DoesNotContain(first, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(People.OwnPassword, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(DashboardHost.Password, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(first, await admin.GetStringAsync(_people), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short one", null, "Too easy to guess.")]
    [InlineData("aaaaaaaaaaaaabc", null, "Too easy to guess.")]
    [InlineData("my name is Asha", null, "Too easy to guess.")]
    [InlineData(People.OwnPassword, "monsoon over the sea", "The two new passwords are not the same.")]
    public async Task A_new_password_is_one_that_nobody_guesses_at_once(string next, string? again, string sentence)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        using var browser = host.Browser();
        var first = await admin.AddAsync("asha");
        await SignIn.WithAsync(browser, first, name: "asha");

        var refused = await browser.ChooseAsync(first, next, again);
        var same = await browser.ChooseAsync(first, first);
        var guessed = await browser.ChooseAsync("a wrong password", People.OwnPassword);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("That is the present password.", await same.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("That is not the present password", await guessed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await browser.StatusAsync(People.Desk));
    }

    [Fact]
    public async Task A_first_password_is_good_for_seven_days()
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"), time);
        using var admin = await host.AdminAsync();
        using var browser = host.Browser();
        var first = await admin.AddAsync("asha");

        time.Now += TimeSpan.FromDays(7);
        var late = await SignIn.WithAsync(browser, first, name: "asha");

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Contains("This first password is too old.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Another_password_ends_all_other_sessions_and_keeps_this_one(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var here = await host.SettledAsync(admin, "asha");
        using var there = host.Browser();
        await SignIn.WithAsync(there, People.OwnPassword, name: "asha");
        Assert.Equal(HttpStatusCode.OK, await there.StatusAsync(People.Desk));

        await here.ChooseAsync(People.OwnPassword, "a boat on the lake");

        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.Found, await there.StatusAsync(People.Desk));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn.WithAsync(there, People.OwnPassword, name: "asha")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await SignIn.WithAsync(there, "a boat on the lake", name: "asha")).StatusCode);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_reset_gives_another_first_password_and_ends_the_sessions(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha");

        var page = await (await admin.ActAsync("asha", "reset")).Content.ReadAsStringAsync();

        Assert.Contains("The first password of asha:", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await asha.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn.WithAsync(asha, People.OwnPassword, name: "asha")).StatusCode);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_changed_role_holds_at_the_next_request(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha", "moderator", "demo");
        await host.FileAsync(Samples.Comment(site: "demo").Held(), Samples.Comment(site: "other").Held());

        Assert.Single((await asha.GetCasesAsync())["items"]!.AsArray());
        Assert.Equal("/dashboard/refused", (await asha.GetAsync(_people)).Headers.Location!.PathOf(host));
        Assert.Equal(HttpStatusCode.Forbidden, await asha.StatusAsync(new Uri("/dashboard/refused", UriKind.Relative)));

        await admin.ChangeRoleAsync("asha", "moderator", "*");
        Assert.Equal(2, (await asha.GetCasesAsync())["items"]!.AsArray().Count);

        await admin.ChangeRoleAsync("asha", "moderator");
        Assert.Empty((await asha.GetCasesAsync())["items"]!.AsArray());

        await admin.ChangeRoleAsync("asha", "admin");
        Assert.Equal(HttpStatusCode.OK, await asha.StatusAsync(_people));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_disabled_account_is_out_at_once_and_stays_out(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha");

        await admin.ActAsync("asha", "disable");
        Assert.Equal(HttpStatusCode.Unauthorized, await asha.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn.WithAsync(asha, People.OwnPassword, name: "asha")).StatusCode);

        await admin.ActAsync("asha", "enable");
        Assert.Equal(HttpStatusCode.Unauthorized, await asha.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.Found, (await SignIn.WithAsync(asha, People.OwnPassword, name: "asha")).StatusCode);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("rules")]
    [InlineData("Import")]
    [InlineData("api")]
    [InlineData("api:mine")]
    [InlineData("author")]
    [InlineData("two words")]
    [InlineData("<b>bold</b>")]
    [InlineData("Admin")]
    [InlineData("ＡＤＭＩＮ")]
    public async Task Nobody_is_called_what_could_be_mistaken(string name)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();

        var answer = await SignIn.SubmitAsync(admin, "/dashboard/people", "add", new("name", name), new("role", "moderator"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Names_of_every_script_are_welcome()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "आशा.वर्मा", "moderator", "*");
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        asha.DefaultRequestHeaders.Add("X-Requested-With", "test");

        var results = await asha.DecideAsync(comment.CommentId);

        Assert.Equal("आशा.वर्मा", results[0]!.String("decidedBy"));
    }

    [Theory]
    [InlineData("admin", "reset")]
    [InlineData("admin", "disable")]
    [InlineData("meera", "disable")]
    [InlineData("meera", "reset")]
    public async Task Nobody_locks_the_operators_out_nor_themselves(string name, string act)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        using var meera = await host.SettledAsync(admin, "meera", "admin");

        var answer = await meera.ActAsync(name, act);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await meera.StatusAsync(_people));
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(_people));
        Assert.DoesNotContain($"value=\"role-{name}\"", await meera.GetStringAsync(_people), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dashboard/people", "add")]
    [InlineData("/dashboard/people", "act-asha")]
    [InlineData("/dashboard/people", "role-asha")]
    [InlineData("/dashboard/tokens", "make")]
    [InlineData("/dashboard/account", "password")]
    [InlineData("/dashboard/account", "end-others")]
    public async Task A_form_that_is_not_from_our_page_is_refused(string page, string form)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        await admin.AddAsync("asha");
        using var forged = new FormUrlEncodedContent(
        [
            new("_handler", form), new("name", "mallory"), new("role", "admin"), new("act", "disable"), new("scope", "admin"), new("days", "30"),
            new("present", DashboardHost.Password), new("next", People.OwnPassword), new("again", People.OwnPassword),
        ]);

        var answer = await admin.PostAsync(new Uri(page, UriKind.Relative), forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await using var connection = await host.Database.OpenConnectionAsync();
        Assert.Equal(2, connection.ExecuteScalar<long>("SELECT count(*) FROM accounts WHERE disabled_at IS NULL"));
        Assert.Equal(0, connection.ExecuteScalar<long>("SELECT count(*) FROM api_tokens"));
        Assert.Equal(0, connection.ExecuteScalar<long>("SELECT count(*) FROM accounts WHERE name = 'admin' AND password_hash IS NOT NULL"));
    }

    [Theory]
    [InlineData("/dashboard/people")]
    [InlineData("/dashboard/tokens")]
    public async Task Pages_of_admins_are_for_admins(string page)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha", "moderator", "*");
        using var stranger = host.Browser();
        var address = new Uri(page, UriKind.Relative);

        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(address));
        Assert.Equal("/dashboard/refused", (await asha.GetAsync(address)).Headers.Location!.PathOf(host));
        Assert.Equal("/dashboard/login", (await stranger.GetAsync(address)).Headers.Location!.PathOf(host));
        Assert.DoesNotContain("dashboard/people", await asha.GetStringAsync(People.Desk), StringComparison.Ordinal);
        Assert.Contains("dashboard/people", await admin.GetStringAsync(People.Desk), StringComparison.Ordinal);
    }
}
