using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Authors;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Dashboard.Tests;

public class AuthorTests
{
    private static readonly string _asha = Samples.AuthorKeyOf("asha@example.com");

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Tells_what_is_known_of_the_author_of_a_comment(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var last = OfAsha("तीसरी", Samples.Noon.AddHours(2));
        await host.FileAsync(OfAsha("पहली", Samples.Noon).Approved(), OfAsha("दूसरी", Samples.Noon.AddHours(1)).Rejected(), last.Held());
        await host.FileAsync(Samples.Comment(email: "ravi@example.com").Held(), (OfAsha("elsewhere", Samples.Noon.AddHours(3)) with { SiteId = "other" }).Held());

        var author = await AuthorAsync(program, last.CommentId);

        Assert.Equal(("demo", _asha, "आशा", "asha@example.com"), (author.String("site"), author.String("key"), author.String("name"), author.String("email")));
        Assert.Equal("""{"held":1,"approved":1,"rejected":1}""", author["counts"]!.ToJsonString());
        Assert.Equal(["तीसरी", "दूसरी", "पहली"], author["lastComments"]!.AsArray().Select(comment => comment!.String("text")));
        Assert.Equal("2026-03-01T12:00:00Z", author.String("firstSeen"));
        Assert.Equal(["192.0.2.7/32", "192.0.2.0/24", "192.0.0.0/16"], author["ranges"]!.AsArray().Select(range => range!.ToString()));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Knows_an_author_without_email_by_the_name_alone(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = Samples.Comment(name: "कोई");
        await host.FileAsync(comment.Held(), Samples.Comment(name: "कोई").Approved(), Samples.Comment(name: "कोई", email: "asha@example.com").Held());

        var author = await AuthorAsync(program, comment.CommentId);
        var refused = await program.PutAsJsonAsync("/dashboard/api/standings", new { comment = comment.CommentId, standing = "blocked" });
        var kept = await program.PostAsJsonAsync("/dashboard/api/erasures", new { comment = comment.CommentId });

        Assert.Null(author["key"]);
        Assert.Equal("""{"held":1,"approved":1,"rejected":0}""", author["counts"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("left no email", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.StatusCode);
        // Others write under the name too: nothing finds all that waits of this one.
        Assert.Null((await host.Services.GetRequiredService<AuthorReader>().OfAsync(comment.CommentId, SiteScope.All, default))!.Waiting);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_standing_is_where_the_workers_look_as_soon_as_it_is_set(string store)
    {
        await using var host = await HostOfOwnSiteAsync(store);
        using var program = host.Program();
        var comment = OfAsha();
        await host.FileAsync(comment.Held());

        Assert.True(await SetAsync(program, comment, "blocked"));
        Assert.Equal((int)Standing.Blocked, (int)await SharedAsync(host, SharedStandings.OfAuthor(_asha)));
        Assert.True(await SetAsync(program, comment, "trusted"));
        Assert.Equal((int)Standing.Trusted, (int)await SharedAsync(host, SharedStandings.OfAuthor(_asha)));
        Assert.True(await SetAsync(program, comment, "held", "192.0.2.99/24"));
        Assert.Equal(3, (await Redis(host).HashGetAllAsync(SharedStandings.Key("demo"))).Length);
        var listed = (await program.GetFromJsonAsync<JsonNode>("/dashboard/api/standings"))!["items"]!.AsArray();
        Assert.Equal(["192.0.2.0/24 held api", "आशा trusted api"], listed.Select(item => $"{item!.String("range") ?? item!.String("authorName")} {item!.String("standing")} {item!.String("setBy")}").Order(StringComparer.Ordinal));

        Assert.True(await SetAsync(program, comment, "none"));
        Assert.True((await SharedAsync(host, SharedStandings.OfAuthor(_asha))).IsNull);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Standings_that_Redis_lost_come_back_by_themselves(string store)
    {
        await using var host = await HostOfOwnSiteAsync(store);
        using var program = host.Program();
        var comment = OfAsha();
        await host.FileAsync(comment.Held());
        await SetAsync(program, comment, "blocked");

        await Redis(host).KeyDeleteAsync(SharedStandings.Key("demo"));

        await Eventually.TrueAsync(async () => (await SharedAsync(host, SharedStandings.OfAuthor(_asha))).HasValue, "the standing is back");
    }

    [Fact]
    public async Task Older_standings_never_replace_newer_ones()
    {
        await using var host = await HostOfOwnSiteAsync("SQLite");
        using var program = host.Program();
        var comment = OfAsha();
        await host.FileAsync(comment.Held());
        await SetAsync(program, comment, "blocked");
        await Redis(host).HashSetAsync(SharedStandings.Key("demo"), [new(SharedStandings.Version, long.MaxValue / 2), new(SharedStandings.OfAuthor(_asha), (int)Standing.Trusted)]);

        await host.Services.GetRequiredService<StandingsSharer>().ShareAsync("demo", default);

        Assert.Equal((int)Standing.Trusted, (int)await SharedAsync(host, SharedStandings.OfAuthor(_asha)));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_erasure_asked_for_at_the_desk_reaches_submission_once_it_is_on_disk(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var program = host.Program();
        var comment = OfAsha();
        await host.FileAsync(comment.Held());

        var answer = await program.PostAsJsonAsync("/dashboard/api/erasures", new { comment = comment.CommentId });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = Guid.Parse((await answer.ReadAsync()).String("id")!);
        await Eventually.TrueAsync(() => !host.Recorder.Erasures.IsEmpty, "submission hears of it");
        var heard = host.Recorder.Erasures.First();
        Assert.Equal((id, "demo", _asha), (heard.ErasureId, heard.SiteId, heard.AuthorKey));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Erasing_an_author_forgets_what_moderators_wrote_and_lifts_the_standing(string store)
    {
        await using var host = await HostOfOwnSiteAsync(store);
        using var program = host.Program();
        var comment = OfAsha();
        await host.FileAsync(comment.Held());
        await SetAsync(program, comment, "blocked");
        await host.Services.GetRequiredService<AuthorNotes>().AddAsync("demo", _asha, "writes at night", "admin", default);

        await host.EraseAsync(new AuthorErased { ErasureId = Guid.CreateVersion7(), SiteId = "demo", AuthorKey = _asha, ErasedAt = DateTimeOffset.UtcNow });

        Assert.Empty((await program.GetFromJsonAsync<JsonNode>("/dashboard/api/standings"))!["items"]!.AsArray());
        Assert.Empty(await host.Services.GetRequiredService<AuthorNotes>().OfAsync("demo", _asha, default));
        await Eventually.TrueAsync(async () => (await SharedAsync(host, SharedStandings.OfAuthor(_asha))).IsNull, "the workers forget it too");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(new Uri($"/dashboard/api/authors?comment={comment.CommentId}", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("""{"standing":"nice"}""", HttpStatusCode.UnprocessableEntity, "The standing is")]
    [InlineData("""{"standing":"blocked","range":"192.0.2.0/8"}""", HttpStatusCode.UnprocessableEntity, "The range is")]
    [InlineData("""{"standing":"blocked"}""", HttpStatusCode.NotFound, "no such author")]
    [InlineData("""{"standing":"blocked","comment":"what"}""", HttpStatusCode.NotFound, "no such author")]
    [InlineData("""{"standing":7}""", HttpStatusCode.BadRequest, "standing")]
    [InlineData("null", HttpStatusCode.BadRequest, "empty")]
    [InlineData("{", HttpStatusCode.BadRequest, "not JSON")]
    public async Task Says_what_is_wrong_with_a_standing(string body, HttpStatusCode status, string sentence)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync("SQLite"));
        using var program = host.Program();

        var answer = await program.PutAsync(new Uri("/dashboard/api/standings", UriKind.Relative), new StringContent(body, null, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static CommentSubmitted OfAsha(string body = "बहुत अच्छा लेख है।", DateTimeOffset? at = null) => Samples.Comment(body, at, name: "आशा", email: "asha@example.com");

    // The tests share a Redis, and these look into it: one at a time, beginning with nothing of the site's.
    private static async Task<DashboardHost> HostOfOwnSiteAsync(string store)
    {
        var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        await Redis(host).KeyDeleteAsync(SharedStandings.Key("demo"));
        return host;
    }

    private static IDatabase Redis(DashboardHost host) => host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();

    private static Task<RedisValue> SharedAsync(DashboardHost host, string field) => Redis(host).HashGetAsync(SharedStandings.Key("demo"), field);

    private static async Task<JsonNode> AuthorAsync(HttpClient program, Guid comment) =>
        (await program.GetFromJsonAsync<JsonNode>($"/dashboard/api/authors?comment={comment}"))!;

    private static async Task<bool> SetAsync(HttpClient program, CommentSubmitted comment, string standing, string? range = null)
    {
        var answer = await program.PutAsJsonAsync("/dashboard/api/standings", new { comment = comment.CommentId, standing, range });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadAsync())["inForce"]!.GetValue<bool>();
    }
}
