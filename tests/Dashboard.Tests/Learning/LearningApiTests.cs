using System.Diagnostics;
using System.Net;
using Moderation.Servers;
using StackExchange.Redis;

namespace Moderation.Dashboard.Tests.Learning;

/// <summary>What programs read and change of what is learned, and who may.</summary>
public class LearningApiTests
{
    private static readonly Uri _ofDemo = new("/dashboard/api/learning?site=demo", UriKind.Relative);

    public static TheoryData<object, string> Wrong => new()
    {
        { new { change = "go-back", version = 9 }, "site" },
        { new { site = "demo", change = "forget-all" }, "change" },
        { new { site = "demo" }, "change" },
        { new { site = "demo", change = "go-back" }, "version" },
        { new { site = "demo", change = "go-back", version = 0 }, "version" },
        { new { site = "demo", change = "go-back", version = 9, moderator = "asha" }, "moderator" },
        { new { site = "demo", change = "leave-out" }, "moderator" },
        { new { site = "demo", change = "leave-out", moderator = "asha", version = -1 }, "version" },
        { new { site = "demo", change = "go-back", version = 17 }, "version" },
        { new { site = "demo", change = "go-back", version = 10 }, "version" },
        { new { site = "demo", change = "leave-out", moderator = "nobody" }, "moderator" },
        { new { site = "demo", change = "leave-out", moderator = "old.hand" }, "moderator" },
        { new { site = "demo", change = "take-in", moderator = "asha" }, "moderator" },
    };

    [Fact]
    public async Task Tells_what_the_learner_left_and_that_it_left_nothing()
    {
        await using var system = await LearningSystem.StartAsync();
        var nothing = await system.ReadAsync();
        using var asked = await system.AskAsync(new { site = "demo", change = "go-back", version = 9 });
        await system.LeaveAsync(Reports.Mixed(Samples.Noon));

        var report = (await system.ReadAsync())["report"]!;

        Assert.Null(nothing["report"]);
        Assert.False((bool)nothing["isSilent"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal("Nothing is learned on this site yet.", (await asked.ReadAsync()).String("detail"));
        Assert.Equal(("17", "b-1"), (report.String("version"), report.String("baseline")));
        Assert.Equal(["abuse", "spam"], report["heads"]!.AsArray().Select(head => head!.String("head")));
        Assert.Equal(.44, (double)report["heads"]![0]!["ofBaseline"]!["recall"]!);
        Assert.Equal(["asha", "vikram", "old.hand"], report["moderators"]!.AsArray().Select(moderator => moderator!.String("name")));
    }

    [Fact]
    public async Task Refuses_with_a_problem_what_cannot_be_done_and_asks_for_nothing()
    {
        await using var system = await LearningSystem.StartAsync();
        await system.LeaveAsync(Reports.Mixed(Samples.Noon));

        foreach (var row in Wrong)
        {
            using var answer = await system.AskAsync(row[0]);

            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{row[0]}: {answer.StatusCode}");
            Assert.Equal([(string)row[1]], (await answer.ReadAsync())["errors"]!.AsObject().Select(error => error.Key));
        }

        using var program = system.Host.Program();
        using var notJson = await program.PostAsync(_ofDemo, new StringContent("{", System.Text.Encoding.UTF8, "application/json"));
        using var notANumber = await LearningSystem.AskAsync(program, new { site = "demo", change = "go-back", version = "nine" });
        using var form = await program.PostAsync(_ofDemo, new FormUrlEncodedContent([]));
        using var unknown = await LearningSystem.AskAsync(program, new { site = "elsewhere", change = "go-back", version = 9 });
        using var noSite = await program.GetAsync(new Uri("/dashboard/api/learning", UriKind.Relative));
        using var unknownSite = await program.GetAsync(new Uri("/dashboard/api/learning?site=elsewhere", UriKind.Relative));

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound],
            new[] { notJson, notANumber, form, unknown, noSite, unknownSite }.Select(answer => answer.StatusCode));
        Assert.Empty((await system.ReadAsync())["waiting"]!.AsArray());
    }

    [Fact]
    public async Task Whoever_may_see_the_site_reads_and_only_admins_change()
    {
        await using var system = await LearningSystem.StartAsync();
        await system.LeaveAsync(Reports.Mixed(Samples.Noon));
        using var admin = await system.Host.AdminAsync();
        using var asha = await system.Host.SettledAsync(admin, "asha", "moderator", "demo");
        using var reader = system.Host.Program(await admin.MakeTokenAsync("reader", "read", sites: "demo"));
        using var decider = system.Host.Program(await admin.MakeTokenAsync("decider", "decide", sites: "*"));
        using var changer = system.Host.Program(await admin.MakeTokenAsync("changer", "admin", sites: "*"));
        using var elsewhere = system.Host.Program(await admin.MakeTokenAsync("elsewhere", "decide", sites: "other"));
        using var nobody = system.Host.Browser();
        foreach (var browser in new[] { admin, asha })
        {
            browser.DefaultRequestHeaders.Add("X-Requested-With", "test");
        }

        var all = new[] { asha, reader, decider, changer, elsewhere, nobody, admin };
        var (reads, changes) = (new List<HttpStatusCode>(), new List<HttpStatusCode>());
        foreach (var (index, client) in all.Index())
        {
            reads.Add(await client.StatusAsync(_ofDemo));
            using var changed = await LearningSystem.AskAsync(client, new { site = "demo", change = "go-back", version = index == 6 ? 12 : 9 });
            changes.Add(changed.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.OK], reads);
        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Accepted, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.Accepted],
            changes);
        await Eventually.TrueAsync(() => system.Heard.Count == 2, "the learner hears of both");
        Assert.Equal(["api:changer", "admin"], system.Heard.Select(change => change.RequestedBy));
    }

    [Fact]
    public async Task Says_that_Redis_is_down()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"), redis: "127.0.0.1:1");
        using var program = host.Program();
        using var admin = await host.AdminAsync();

        using var read = await program.GetAsync(_ofDemo);
        using var changed = await LearningSystem.AskAsync(program, new { site = "demo", change = "go-back", version = 9 });
        var page = await admin.GetStringAsync(LearningSystem.Page);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (read.StatusCode, changed.StatusCode));
        Assert.Equal("Redis does not answer.", (await changed.ReadAsync()).String("title"));
        Assert.Contains("Redis does not answer, so it cannot be told what is learned.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_within_seconds_when_Redis_hangs()
    {
        await using var redis = await RealServers.RedisAsync();
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"), redis: redis.ConnectionString);
        using var program = host.Program();
        using var admin = await host.AdminAsync();
        await using var other = await ConnectionMultiplexer.ConnectAsync($"{redis.ConnectionString},allowAdmin=true");
        await other.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "60000", "ALL");

        var clock = Stopwatch.StartNew();
        using var read = await program.GetAsync(_ofDemo);
        var page = await admin.GetStringAsync(LearningSystem.Page);
        clock.Stop();
        // Nobody is to wait for it at the end.
        await redis.KillAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Redis does not answer."), (read.StatusCode, (await read.ReadAsync()).String("title")));
        Assert.Contains("Redis does not answer, so it cannot be told what is learned.", page, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
