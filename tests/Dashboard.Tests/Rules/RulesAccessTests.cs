using System.Net;
using System.Net.Http.Json;

namespace Moderation.Dashboard.Tests.Rules;

/// <summary>Who may look at rules, and who may change them.</summary>
public class RulesAccessTests
{
    private static readonly Uri _page = new("/dashboard/rules", UriKind.Relative);
    private static readonly Uri _api = new("/dashboard/api/rules", UriKind.Relative);

    [Fact]
    public async Task A_moderator_looks_and_changes_nothing()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var admin = host.Browser();
        await SignIn.AsAdminAsync(admin);
        using var asha = await host.SettledAsync(admin, "asha", "moderator", "demo");
        asha.DefaultRequestHeaders.Add("X-Requested-With", "test");

        var page = await asha.GetStringAsync(_page);
        using var read = await asha.GetAsync(_api);
        using var saved = await asha.PutAsJsonAsync(_api, new { overlay = new { words = Array.Empty<object>() }, basedOn = 0 });

        Assert.Contains("Only admins change rules.", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (read.StatusCode, saved.StatusCode));
    }

    [Fact]
    public async Task Nobody_else_looks_at_them()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var nobody = host.Browser();

        using var page = await nobody.GetAsync(_page);

        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        Assert.Contains("/dashboard/login", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
