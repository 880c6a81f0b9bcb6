using System.Net;
using System.Net.Http.Json;
using Moderation.Hosting;

namespace Moderation.Dashboard.Tests;

public class SignInTests
{
    private static readonly Uri _comments = new("/dashboard/api/comments", UriKind.Relative);
    private static readonly Uri _decisions = new("/dashboard/api/decisions", UriKind.Relative);
    private static readonly Uri _desk = new("/dashboard", UriKind.Relative);

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Does_not_start_without_a_password(string? password)
    {
        var databases = await Tests.Stores.CreateAsync("SQLite");

        var refusal = await Assert.ThrowsAsync<InvalidConfigurationException>(() => DashboardHost.StartAsync(databases, password: password));

        Assert.Equal("Nobody could sign in to the dashboard. Set Dashboard:Password (environment: Dashboard__Password).", refusal.Message);
    }

    [Fact]
    public async Task The_API_refuses_strangers_with_a_sentence_and_no_redirect()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var stranger = host.Browser();
        using var guesser = host.Program("not the token");

        var answers = new[]
        {
            await stranger.GetAsync(_comments),
            await stranger.PostAsJsonAsync(_decisions, new { }),
            await guesser.GetAsync(_comments),
            await guesser.PostAsync(_decisions, new StringContent("{")),
        };

        foreach (var answer in answers)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(
                "Send the API token as 'Authorization: Bearer <token>', or sign in at /dashboard/login.", (await answer.ReadAsync()).String("detail"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_token_configured_no_token_opens_the_API(string? apiToken)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"), apiToken: apiToken);
        using var program = host.Browser();
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ");

        var answer = await program.GetAsync(_comments);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_send_strangers_to_the_login_page()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var stranger = host.Browser();

        var answer = await stranger.GetAsync(_desk);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/dashboard/login?returnUrl=%2Fdashboard", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task The_right_password_opens_pages_and_API_with_a_strict_cookie()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();

        var answer = await SignIn.WithAsync(browser, DashboardHost.Password, "?returnUrl=%2Fdashboard%3Fstate%3Dapproved");

        Assert.Equal("/dashboard?state=approved", answer.Headers.Location!.OriginalString.Replace(host.Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("moderation-dashboard=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(_desk)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(_comments)).StatusCode);
    }

    [Theory]
    [InlineData("?returnUrl=https%3A%2F%2Felsewhere.example.com%2F")]
    [InlineData("?returnUrl=%2F%2Felsewhere.example.com%2F")]
    [InlineData("?returnUrl=%2Fdashboard%5C..")]
    public async Task After_signing_in_nobody_is_led_elsewhere(string query)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();

        var answer = await SignIn.WithAsync(browser, DashboardHost.Password, query);

        Assert.Equal(new Uri(host.Address, "/dashboard"), new Uri(host.Address, answer.Headers.Location!));
    }

    [Fact]
    public async Task A_wrong_password_is_told_so_and_five_lock_the_address_for_a_minute()
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"), time);
        using var browser = host.Browser();

        for (var wrong = 0; wrong < 5; wrong++)
        {
            var refused = await SignIn.WithAsync(browser, "wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Contains("That is not the password.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var locked = await SignIn.WithAsync(browser, DashboardHost.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), locked.Headers.RetryAfter?.Delta);
        Assert.Contains("Too many wrong passwords. Try again in a minute.", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.Found, (await SignIn.WithAsync(browser, DashboardHost.Password)).StatusCode);
    }

    [Fact]
    public async Task A_login_form_from_elsewhere_is_refused()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        using var forged = new FormUrlEncodedContent([new("_handler", "login"), new("password", DashboardHost.Password)]);

        var answer = await browser.PostAsync(new Uri("/dashboard/login", UriKind.Relative), forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task With_the_cookie_alone_a_decision_is_refused()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        var body = new { decisions = new[] { new { id = comment.CommentId, decision = "approve" } } };

        var forged = await browser.PostAsJsonAsync(_decisions, body);
        browser.DefaultRequestHeaders.Add("X-Requested-With", "desk");
        var own = await browser.PostAsJsonAsync(_decisions, body);

        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal("Whoever is signed in with the cookie also sends the header 'X-Requested-With', with any value.", (await forged.ReadAsync()).String("detail"));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal("admin", (await own.ReadAsync())["results"]![0]!.String("decidedBy"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_cookie_outlives_the_process_and_holds_on_every_instance(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        string cookie;
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            cookie = await CookieAsync(before);
        }

        await using var host = await DashboardHost.StartAsync(databases);
        await using var other = await DashboardHost.StartAsync(databases);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, cookie));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, cookie));
    }

    [Fact]
    public async Task A_new_password_signs_everybody_out()
    {
        var databases = await Tests.Stores.CreateAsync("SQLite");
        string cookie;
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            cookie = await CookieAsync(before);
        }

        await using var host = await DashboardHost.StartAsync(databases, password: "another password");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, cookie));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_cannot_be_forged()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        var logout = new Uri("/dashboard/logout", UriKind.Relative);
        var page = await browser.GetStringAsync(_desk);

        var forged = await browser.PostAsync(logout, new FormUrlEncodedContent([]));
        var stillIn = await browser.GetAsync(_desk);
        var own = await browser.PostAsync(logout, SignIn.Form(page));
        var out_ = await browser.GetAsync(_desk);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, stillIn.StatusCode);
        Assert.Equal("/dashboard/login", own.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Found, out_.StatusCode);
    }

    private static async Task<string> CookieAsync(DashboardHost host)
    {
        using var browser = host.Browser();
        var answer = await SignIn.WithAsync(browser, DashboardHost.Password);
        return answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("moderation-dashboard=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<HttpStatusCode> StatusAsync(DashboardHost host, string cookie)
    {
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = host.Address };
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await browser.GetAsync(_comments)).StatusCode;
    }
}
