using System.Net;
using Dapper;
using Moderation.Hosting;
using Moderation.Servers;

namespace Moderation.Dashboard.Tests;

/// <summary>Signing in through a real OpenID Connect provider.</summary>
public class OpenIdConnectTests
{
    private static readonly Uri _people = new("/dashboard/people", UriKind.Relative);

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task The_provider_says_who_somebody_is_and_what_they_may(string store)
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await StartAsync(provider, store, roles: true);
        await host.FileAsync(Samples.Comment(site: "demo").Held(), Samples.Comment(site: "other").Held());
        using var asha = host.Browser();
        provider.Person = new("1", new() { ["preferred_username"] = "Asha@news.example.com", ["roles"] = new[] { "reader", "moderator" }, ["sites"] = new[] { "demo" } });

        var arrived = await ComeAsync(asha, host);

        Assert.Equal("/dashboard/login/arrived?to=%2Fdashboard%3Fstate%3Drejected", arrived.Headers.Location!.OriginalString);
        Assert.Contains("content=\"0;url=/dashboard?state=rejected\"", await asha.GetStringAsync(arrived.Headers.Location), StringComparison.Ordinal);
        Assert.Single((await asha.GetCasesAsync())["items"]!.AsArray());
        Assert.Contains("asha@news.example.com", await asha.GetStringAsync(new Uri("/dashboard/account", UriKind.Relative)), StringComparison.Ordinal);

        provider.Person = provider.Person with { Claims = new() { ["preferred_username"] = "renamed", ["roles"] = "admin" } };
        await ComeAsync(asha, host);
        Assert.Equal(HttpStatusCode.OK, await asha.StatusAsync(_people));

        await using var connection = await host.Database.OpenConnectionAsync();
        Assert.Equal("asha@news.example.com", connection.QuerySingle<string>("SELECT name FROM accounts WHERE signs_in_by = 'provider'"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Whoever_an_admin_made_an_account_for_is_let_in_and_nobody_else(string store)
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await StartAsync(provider, store, roles: false);
        using var admin = await host.AdminAsync();
        await SignIn.SubmitAsync(admin, "/dashboard/people", "add", new("name", "asha"), new("role", "moderator"), new("sites", "*"), new("by", "provider"));
        using var asha = host.Browser();
        using var ravi = host.Browser();

        provider.Person = new("2", new() { ["preferred_username"] = "ravi", ["roles"] = "admin" });
        await RefusedAsync(ravi, host, "unknown", "You have no account at this desk yet.");
        provider.Person = new("1", new() { ["preferred_username"] = "asha" });
        await ComeAsync(asha, host);

        Assert.Equal(HttpStatusCode.OK, await asha.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.Unauthorized, await ravi.StatusAsync(People.Comments));

        // Another person who now has the name at the provider is not the one that came first.
        provider.Person = new("3", new() { ["preferred_username"] = "asha" });
        await RefusedAsync(ravi, host, "name-taken", "Your name belongs to another account");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn.WithAsync(ravi, "", name: "asha")).StatusCode);
    }

    [Theory]
    [InlineData("preferred_username", "asha", "roles", "reader", "no-role", "Your organisation gives you no role at this desk.")]
    [InlineData("preferred_username", "asha", "groups", "admin", "no-role", "Your organisation gives you no role at this desk.")]
    [InlineData("preferred_username", "two words", "roles", "admin", "no-name", "does not tell us a name")]
    [InlineData("name", "asha", "roles", "admin", "no-name", "does not tell us a name")]
    [InlineData("preferred_username", "admin", "roles", "admin", "name-taken", "Your name belongs to another account")]
    [InlineData("preferred_username", "ravi", "roles", "admin", "name-taken", "Your name belongs to another account")]
    public async Task Who_has_no_role_no_name_or_that_of_another_stays_outside(
        string nameClaim, string name, string roleClaim, string role, string refusal, string sentence)
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await StartAsync(provider, "SQLite", roles: true);
        using var admin = await host.AdminAsync();
        await admin.AddAsync("ravi");
        using var browser = host.Browser();
        provider.Person = new("1", new() { [nameClaim] = name, [roleClaim] = role });

        await RefusedAsync(browser, host, refusal, sentence);

        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync(People.Comments));
    }

    [Fact]
    public async Task A_moderator_without_a_claim_of_sites_sees_none_and_one_with_a_star_sees_all()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await StartAsync(provider, "SQLite", roles: true);
        await host.FileAsync(Samples.Comment().Held());
        using var browser = host.Browser();
        provider.Person = new("1", new() { ["preferred_username"] = "asha", ["roles"] = "moderator" });

        await ComeAsync(browser, host);
        Assert.Empty((await browser.GetCasesAsync())["items"]!.AsArray());

        provider.Person.Claims["sites"] = "*";
        await ComeAsync(browser, host);
        Assert.Single((await browser.GetCasesAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task A_disabled_account_is_not_let_in_whatever_the_provider_says()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await StartAsync(provider, "SQLite", roles: true);
        using var admin = await host.AdminAsync();
        using var browser = host.Browser();
        provider.Person = new("1", new() { ["preferred_username"] = "asha", ["roles"] = "admin" });
        await ComeAsync(browser, host);

        await admin.ActAsync("asha", "disable");

        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync(People.Comments));
        await RefusedAsync(browser, host, "disabled", "Your account at this desk is disabled.");
    }

    [Theory]
    [InlineData(8, HttpStatusCode.OK)]
    [InlineData(12, HttpStatusCode.Unauthorized)]
    public async Task The_provider_is_asked_again_after_half_a_day_even_of_who_is_always_there(int hours, HttpStatusCode status)
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await StartAsync(provider, "SQLite", roles: true, time);
        using var browser = host.Browser();
        provider.Person = new("1", new() { ["preferred_username"] = "asha", ["roles"] = "moderator" });
        await ComeAsync(browser, host);

        for (var passed = 0; passed < hours; passed += 4)
        {
            await browser.StatusAsync(People.Comments);
            time.Now += TimeSpan.FromHours(4);
        }

        Assert.Equal(status, await browser.StatusAsync(People.Comments));
    }

    [Fact]
    public async Task A_forged_a_refused_and_an_unasked_answer_let_nobody_in()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await StartAsync(provider, "SQLite", roles: true);
        using var browser = host.Browser();
        using var another = host.Browser();

        await RefusedAsync(browser, host, "failed", "did not work");
        provider.Person = new("1", new() { ["preferred_username"] = "asha", ["roles"] = "admin" });
        provider.Forges = true;
        await RefusedAsync(browser, host, "failed", "did not work");
        provider.Forges = false;
        var answer = await AnswerAsync(browser, host);
        var elsewhere = await another.GetAsync(answer);

        Assert.Equal("/dashboard/login?refusal=failed", elsewhere.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, await another.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(answer)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(People.Comments));
    }

    [Fact]
    public async Task Without_a_provider_the_way_is_not_there()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();

        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(new Uri("/dashboard/login/provider", UriKind.Relative)));
        Assert.DoesNotContain("login/provider", await browser.GetStringAsync(new Uri("/dashboard/login", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://login.example.com", "the-desk", "secret", "Dashboard:OpenIdConnect:Authority is not an address that starts with https://.")]
    [InlineData("login", "the-desk", "secret", "Dashboard:OpenIdConnect:Authority is not an address that starts with https://.")]
    [InlineData("https://login.example.com", "", "secret", "Dashboard:OpenIdConnect names an Authority and needs ClientId and ClientSecret too.")]
    [InlineData("https://login.example.com", "the-desk", null, "Dashboard:OpenIdConnect names an Authority and needs ClientId and ClientSecret too.")]
    public async Task Half_a_setting_stops_the_start_with_a_sentence(string authority, string clientId, string? secret, string sentence)
    {
        var databases = await Tests.Stores.CreateAsync("SQLite");

        var refusal = await Assert.ThrowsAsync<InvalidConfigurationException>(() => DashboardHost.StartAsync(databases, settings: new()
        {
            ["Dashboard:OpenIdConnect:Authority"] = authority,
            ["Dashboard:OpenIdConnect:ClientId"] = clientId,
            ["Dashboard:OpenIdConnect:ClientSecret"] = secret,
        }));

        Assert.Equal(sentence, refusal.Message);
    }

    private static async Task<DashboardHost> StartAsync(OpenIdProvider provider, string store, bool roles, TimeProvider? time = null) =>
        await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time, settings: new()
        {
            ["Dashboard:OpenIdConnect:Authority"] = provider.Address,
            ["Dashboard:OpenIdConnect:ClientId"] = OpenIdProvider.ClientId,
            ["Dashboard:OpenIdConnect:ClientSecret"] = OpenIdProvider.ClientSecret,
            ["Dashboard:OpenIdConnect:RoleClaim"] = roles ? "roles" : null,
            ["Dashboard:OpenIdConnect:SitesClaim"] = roles ? "sites" : null,
        });

    // From our link to the provider, which sends back to us at once.
    private static async Task<Uri> AnswerAsync(HttpClient browser, DashboardHost host)
    {
        var asked = await browser.GetAsync(new Uri("/dashboard/login/provider?returnUrl=%2Fdashboard%3Fstate%3Drejected", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        var answered = await browser.GetAsync(asked.Headers.Location);
        Assert.Equal(host.Address.Authority, answered.Headers.Location!.Authority);
        return answered.Headers.Location;
    }

    private static async Task<HttpResponseMessage> ComeAsync(HttpClient browser, DashboardHost host) => await browser.GetAsync(await AnswerAsync(browser, host));

    private static async Task RefusedAsync(HttpClient browser, DashboardHost host, string refusal, string sentence)
    {
        var answer = await ComeAsync(browser, host);
        Assert.Equal($"/dashboard/login?refusal={refusal}", answer.Headers.Location!.OriginalString);
        Assert.Contains(sentence, await browser.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
    }
}
