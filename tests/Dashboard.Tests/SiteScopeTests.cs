using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

/// <summary>Which sites somebody may see.</summary>
public class SiteScopeTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory]
    [InlineData(Roles.Admin, "", true, true)]
    [InlineData(Roles.Moderator, "*", true, true)]
    [InlineData(Roles.Moderator, "demo", true, false)]
    [InlineData(Roles.Moderator, "other demo", true, true)]
    [InlineData(Roles.Moderator, "DEMO", false, false)]
    [InlineData(Roles.Moderator, "", false, false)]
    public void Admins_have_all_sites_and_others_those_they_were_given(string role, string sites, bool demo, bool other)
    {
        var scope = SiteScope.Of(UserOf(role, sites));

        Assert.Equal(demo, scope.Covers("demo"));
        Assert.Equal(other, scope.Covers("other"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Cases_of_other_sites_are_not_found(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var own = Samples.Comment(site: "demo");
        var foreign = Samples.Comment(site: "other");
        await host.FileAsync(own.Held(), foreign.Held());
        var cases = host.Services.GetRequiredService<CaseReader>();

        var seen = new Dictionary<string, long>();
        foreach (var sites in new[] { "", "demo", "other demo", "*" })
        {
            var query = new CaseQuery { Scope = SiteScope.Of(UserOf(Roles.Moderator, sites)) };
            var page = await cases.FindAsync(query, default);
            seen[sites] = (await cases.CountAsync(query, 10, default)).Count;
            Assert.Equal(seen[sites], page.Items.Count);
            Assert.Equal(seen[sites], (await cases.MatchAsync(query, [own.CommentId, foreign.CommentId], default)).Count);
            Assert.Equal(seen[sites], (await cases.GetAsync([own.CommentId, foreign.CommentId], query.Scope, default)).Count);
        }

        Assert.Equal([0, 1, 2, 2], seen.Values);
    }

    private static ClaimsPrincipal UserOf(string role, string sites) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Role, role), .. sites.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(site => new Claim(DeskClaims.Site, site))], Schemes.Cookie));
}
