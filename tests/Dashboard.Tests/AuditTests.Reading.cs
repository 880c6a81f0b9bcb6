using Moderation.Dashboard.Audit;

namespace Moderation.Dashboard.Tests;

public partial class AuditTests
{
    [Theory, MemberData(nameof(Stores))]
    public async Task Gives_admins_all_that_match_as_a_table_in_which_nothing_runs(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using var host = await DashboardHost.StartAsync(databases);
        await AppendAsync(host.Database, Enumerable.Range(0, 450));
        await AppendAsync(host.Database, new AuditEntry { At = Samples.Noon.AddDays(1), Who = "=cmd|'/c calc'!A1", What = "edit", Kind = "rule", Subject = "Quo\"ted, rule" });
        await SealedAsync(host.Database, 451);
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        using var stranger = host.Browser();

        var one = await browser.GetStringAsync(new Uri("/dashboard/audit.csv?what=edit", UriKind.Relative));
        var all = await browser.GetStringAsync(new Uri("/dashboard/audit.csv", UriKind.Relative));
        var refused = await stranger.GetAsync(new Uri("/dashboard/audit.csv", UriKind.Relative));

        Assert.Contains("""451,2026-03-02T12:00:00.000Z,"'=cmd|'/c calc'!A1",edit,rule,"Quo""ted, rule",,,,""", one, StringComparison.Ordinal);
        Assert.Equal(2, one.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        // With the head, and with the signing in where it is sealed by now.
        Assert.InRange(all.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length, 452, 453);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, refused.StatusCode);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Finds_by_who_what_comment_and_time_page_by_page(string store)
    {
        var database = (await ChainAsync(store)).Source("dashboard");
        var audit = new AuditReader(database);

        var (first, next) = await audit.FindAsync(new AuditQuery { Who = "admin" }, 8, default);
        var (second, end) = await audit.FindAsync(new AuditQuery { Who = "admin", Before = next }, 20, default);

        Assert.Equal(Enumerable.Range(1, Count).Reverse().Select(position => (long)position), first.Concat(second).Select(entry => entry.Position));
        Assert.Null(end);
        Assert.Empty((await audit.FindAsync(new AuditQuery { Who = "nobody" }, 5, default)).Items);
        Assert.Equal(3, (await audit.FindAsync(new AuditQuery { Subject = "comment-3" }, 5, default)).Items.Single().Time.Minute);
        Assert.Equal(5, (await audit.FindAsync(new AuditQuery { From = Samples.Noon.AddMinutes(5), To = Samples.Noon.AddMinutes(10) }, 9, default)).Items.Count);
        Assert.Equal(["approve"], await audit.ActsAsync(default));
    }
}
