using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Moderation.Dashboard.Tests;

/// <summary>What people do with accounts and tokens, through the pages.</summary>
internal static partial class People
{
    public const string OwnPassword = "monsoon over the lake";
    public static readonly Uri Desk = new("/dashboard", UriKind.Relative);
    public static readonly Uri Comments = new("/dashboard/api/comments", UriKind.Relative);

    /// <summary>A browser in which <c>admin</c> is signed in.</summary>
    public static async Task<HttpClient> AdminAsync(this DashboardHost host)
    {
        var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        return browser;
    }

    /// <summary>Adds an account as an admin does.</summary>
    /// <returns>The first password.</returns>
    public static async Task<string> AddAsync(this HttpClient admin, string name, string role = "moderator", params string[] sites)
    {
        var answer = await SignIn.SubmitAsync(
            admin, "/dashboard/people", "add", [new("name", name), new("role", role), .. sites.Select(site => new KeyValuePair<string, string>("sites", site))]);
        return Secret(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Adds an account, signs in with it and chooses its own password.</summary>
    public static async Task<HttpClient> SettledAsync(this DashboardHost host, HttpClient admin, string name, string role = "moderator", params string[] sites)
    {
        var browser = host.Browser();
        var first = await admin.AddAsync(name, role, sites);
        await SignIn.WithAsync(browser, first, name: name);
        var changed = await browser.ChooseAsync(first, OwnPassword);
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> ChooseAsync(this HttpClient browser, string present, string next, string? again = null) =>
        SignIn.SubmitAsync(browser, "/dashboard/account", "password", new("present", present), new("next", next), new("again", again ?? next));

    /// <summary>Presses one of the buttons beside an account.</summary>
    public static Task<HttpResponseMessage> ActAsync(this HttpClient admin, string name, string act) =>
        SignIn.SubmitAsync(admin, "/dashboard/people", $"act-{name}", new KeyValuePair<string, string>("act", act));

    public static Task<HttpResponseMessage> ChangeRoleAsync(this HttpClient admin, string name, string role, params string[] sites) =>
        SignIn.SubmitAsync(
            admin, "/dashboard/people", $"role-{name}", [new("role", role), .. sites.Select(site => new KeyValuePair<string, string>("sites", site))]);

    /// <summary>Makes a token as an admin does.</summary>
    public static async Task<string> MakeTokenAsync(this HttpClient admin, string name, string scope, int days = 30, params string[] sites)
    {
        var answer = await SignIn.SubmitAsync(
            admin,
            "/dashboard/tokens",
            "make",
            [new("name", name), new("scope", scope), new("days", $"{days}"), .. sites.Select(site => new KeyValuePair<string, string>("sites", site))]);
        return Secret(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A browser on another machine, as the server sees it.</summary>
    public static HttpClient BrowserAt(this DashboardHost host, string address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = host.Address };

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient browser, Uri address) => (await browser.GetAsync(address)).StatusCode;

    private static string Secret(string page) => Secrets().Match(page) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : throw new InvalidOperationException(page);

    [GeneratedRegex("<output>(.+?)</output>")]
    private static partial Regex Secrets();
}

internal static class Answers
{
    /// <summary>Where a redirect leads, without what follows the path.</summary>
    public static string PathOf(this Uri location, DashboardHost host) => new Uri(host.Address, location).AbsolutePath;

    public static async Task<System.Text.Json.Nodes.JsonArray> DecideAsync(this HttpClient client, params Guid[] comments)
    {
        var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            client, new Uri("/dashboard/api/decisions", UriKind.Relative), new { decisions = comments.Select(id => new { id, decision = "approve" }) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadAsync())["results"]!.AsArray();
    }
}
