using System.Net;
using System.Net.Http.Json;
using Dapper;

namespace Moderation.Dashboard.Tests;

/// <summary>Tokens of programs: what they may, whose cases they see, and how long.</summary>
public class TokenTests
{
    private static readonly Uri _decisions = new("/dashboard/api/decisions", UriKind.Relative);
    private static readonly Uri _people = new("/dashboard/people", UriKind.Relative);

    public static TheoryData<string> Stores => Tests.Stores.All;

    public static TheoryData<string, string, HttpStatusCode, HttpStatusCode, HttpStatusCode> Scopes
    {
        get
        {
            var all = new TheoryData<string, string, HttpStatusCode, HttpStatusCode, HttpStatusCode>();
            foreach (var store in new[] { "SQLite", "PostgreSQL" })
            {
                all.Add(store, "read", HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Found);
                all.Add(store, "decide", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Found);
                all.Add(store, "admin", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK);
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Scopes))]
    public async Task A_token_may_what_its_scope_says(string store, string scope, HttpStatusCode reads, HttpStatusCode decides, HttpStatusCode administers)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var program = host.Program(await admin.MakeTokenAsync("Importer", scope, sites: "*"));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());

        var decided = await program.PostAsJsonAsync(_decisions, new { decisions = new[] { new { id = comment.CommentId, decision = "approve" } } });

        Assert.Equal(reads, await program.StatusAsync(People.Comments));
        Assert.Equal(decides, decided.StatusCode);
        Assert.Equal(administers, await program.StatusAsync(_people));
        if (decided.StatusCode == HttpStatusCode.OK)
        {
            Assert.Equal("api:importer", (await decided.ReadAsync())["results"]![0]!.String("decidedBy"));
        }
        else
        {
            Assert.Equal("Your account or token is not for that.", (await decided.ReadAsync()).String("detail"));
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_case_of_a_foreign_site_is_unknown(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var program = host.Program(await admin.MakeTokenAsync("importer", "decide", sites: "demo"));
        var own = Samples.Comment(site: "demo");
        var foreign = Samples.Comment(site: "other");
        await host.FileAsync(own.Held(), foreign.Held());

        var seen = (await program.GetCasesAsync())["items"]!.AsArray();
        var asked = (await program.GetCasesAsync("site=other"))["items"]!.AsArray();
        var results = await program.DecideAsync(foreign.CommentId, own.CommentId);

        Assert.Equal($"{own.CommentId}", Assert.Single(seen)!.String("id"));
        Assert.Empty(asked);
        Assert.Equal(["unknown", "decided"], results.Select(result => result!.String("result")));
        Assert.Null(results[0]!.String("state"));
        using var all = host.Program();
        Assert.Equal("held", (await all.FindCaseAsync(foreign.CommentId))!.String("state"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_token_ends_with_its_time_and_a_new_one_may_have_its_name(string store)
    {
        var time = new StoppedTime { Now = DateTimeOffset.UtcNow };
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        using var before = await host.AdminAsync();
        using var old = host.Program(await before.MakeTokenAsync("importer", "read", days: 7, sites: "*"));
        using var lasting = host.Program(await before.MakeTokenAsync("lasting", "read", days: 0, sites: "*"));
        Assert.Equal(HttpStatusCode.OK, await old.StatusAsync(People.Comments));

        time.Now += TimeSpan.FromDays(7);
        Assert.Equal(HttpStatusCode.Unauthorized, await old.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.OK, await lasting.StatusAsync(People.Comments));

        using var admin = await host.AdminAsync();
        using var next = host.Program(await admin.MakeTokenAsync("importer", "read", sites: "*"));
        Assert.Equal(HttpStatusCode.OK, await next.StatusAsync(People.Comments));
        Assert.Equal(HttpStatusCode.Unauthorized, await old.StatusAsync(People.Comments));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_revoked_token_is_worth_nothing_on_any_instance(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using var host = await DashboardHost.StartAsync(databases);
        await using var other = await DashboardHost.StartAsync(databases);
        using var admin = await host.AdminAsync();
        using var program = other.Program(await admin.MakeTokenAsync("importer", "read", sites: "*"));
        Assert.Equal(HttpStatusCode.OK, await program.StatusAsync(People.Comments));
        await using var connection = await host.Database.OpenConnectionAsync();
        var id = connection.QuerySingle<string>("SELECT id FROM api_tokens");

        await SignIn.SubmitAsync(admin, "/dashboard/tokens", $"revoke-{id}");

        Assert.Equal(HttpStatusCode.Unauthorized, await program.StatusAsync(People.Comments));
        Assert.Equal("admin", connection.QuerySingle<string>("SELECT revoked_by FROM api_tokens"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Only_the_hash_is_kept_and_the_last_use_is_told(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        var token = await admin.MakeTokenAsync("importer", "read", sites: "*");
        var tokens = new Uri("/dashboard/tokens", UriKind.Relative);
        var unused = await admin.GetStringAsync(tokens);
        using var program = host.Program(token);

        await program.GetCasesAsync();
        var used = await admin.GetStringAsync(tokens);

        await using var connection = await host.Database.OpenConnectionAsync();
        Assert.DoesNotContain(token, string.Join('\n', connection.Query("SELECT * FROM api_tokens")), StringComparison.Ordinal);
        Assert.DoesNotContain(token, used, StringComparison.Ordinal);
        Assert.Contains("never used", unused, StringComparison.Ordinal);
        Assert.DoesNotContain("never used", used, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("importer", "everything", "30", "*")]
    [InlineData("importer", "read", "31", "*")]
    [InlineData("importer", "read", "30", null)]
    [InlineData("x", "read", "30", "*")]
    [InlineData("taken", "read", "30", "*")]
    public async Task A_token_that_makes_no_sense_is_not_made(string name, string scope, string days, string? site)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var admin = await host.AdminAsync();
        await admin.MakeTokenAsync("taken", "read", sites: "*");

        var answer = await SignIn.SubmitAsync(
            admin, "/dashboard/tokens", "make", [new("name", name), new("scope", scope), new("days", days), .. site is null ? [] : new[] { new KeyValuePair<string, string>("sites", site) }]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await using var connection = await host.Database.OpenConnectionAsync();
        Assert.Equal(1, connection.ExecuteScalar<long>("SELECT count(*) FROM api_tokens"));
    }

    [Fact]
    public async Task The_token_of_the_setting_may_everything_as_api()
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var program = host.Program();
        var comment = Samples.Comment(site: "other");
        await host.FileAsync(comment.Held());

        Assert.Equal("api", (await program.DecideAsync(comment.CommentId))[0]!.String("decidedBy"));
        Assert.Equal(HttpStatusCode.OK, await program.StatusAsync(_people));
    }
}
