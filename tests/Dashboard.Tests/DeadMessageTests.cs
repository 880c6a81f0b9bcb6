using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.DeadMessages;
using Moderation.Hosting.Bus.DeadMessages;

namespace Moderation.Dashboard.Tests;

public class DeadMessageTests
{
    private const string FailingQueue = "UpdateStatus";

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Lists_what_a_consumer_could_not_take_and_sends_it_again(string store)
    {
        var sick = new Sick();
        await using var host = await StartAsync(store, sick);
        using var program = host.Program();
        var comment = Samples.Comment();

        await host.PublishAsync(comment.Held());
        var dead = await OneAsync(program);

        Assert.Equal((FailingQueue, "CommentHeld", comment.CommentId.ToString()), (dead.String("queue"), dead.String("type"), dead.String("commentId")));
        Assert.Equal(("NotSupportedException", "It cannot be taken.", "1"), (dead.String("reason"), dead.String("message"), dead.String("deaths")));
        sick.IsWell = true;
        var answer = await PostAsync(program, "resend", new { ids = new[] { dead.String("id") } });
        Assert.Equal("""{"done":1,"failed":0}""", await answer.Content.ReadAsStringAsync());
        await Eventually.TrueAsync(() => sick.Taken.Contains(comment.CommentId), "the consumer takes it");
        Assert.Equal(0, (int)(await ListAsync(program))["count"]!);
        await using var connection = await host.Database.OpenConnectionAsync();
        Assert.Equal(("resent", null, ""), await connection.QuerySingleAsync<(string, byte[]?, string)>("SELECT state, body, message FROM dead_messages"));
        Assert.Equal(("api", "resend", dead.String("id"), "waiting", "resent"), await EntryAsync(connection));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Counts_how_often_a_message_has_died(string store)
    {
        var sick = new Sick();
        await using var host = await StartAsync(store, sick);
        using var program = host.Program();
        await host.PublishAsync(Samples.Comment().Held());
        var first = await OneAsync(program);

        await PostAsync(program, "resend", new { all = new { queue = FailingQueue }, count = 1 });

        await Eventually.TrueAsync(async () => (await ListAsync(program))["items"]!.AsArray() is [{ } dead] && (int)dead["deaths"]! == 2, "it has died again");
        var second = await OneAsync(program);
        Assert.Equal((first.String("id"), first.String("firstDiedAt")), (second.String("id"), second.String("firstDiedAt")));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Stores_a_death_that_is_delivered_twice_once(string store)
    {
        await using var host = await StartAsync(store, new Sick());
        using var program = host.Program();
        var dead = Dead(Samples.Comment());

        await StoreAsync(host, dead, dead);

        Assert.Equal("1", (await OneAsync(program)).String("deaths"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Discards_all_that_match_when_their_number_is_as_expected(string store)
    {
        await using var host = await StartAsync(store, new Sick());
        using var program = host.Program();
        var kept = Dead(Samples.Comment(), reason: "TimeoutException");
        await StoreAsync(host, [kept, .. Enumerable.Range(0, 250).Select(_ => Dead(Samples.Comment()))]);

        var refused = await PostAsync(program, "discard", new { all = new { queue = "FileCase", reason = "JsonException" }, count = 249 });
        var done = await PostAsync(program, "discard", new { all = new { queue = "FileCase", reason = "JsonException" }, count = 250 });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("250", (await refused.ReadAsync()).String("count"));
        Assert.Equal("250", (await done.ReadAsync()).String("done"));
        Assert.Equal("TimeoutException", (await OneAsync(program)).String("reason"));
        await using var connection = await host.Database.OpenConnectionAsync();
        Assert.Equal(250, await connection.ExecuteScalarAsync<long>("SELECT (SELECT count(*) FROM audit_unsealed WHERE what = 'discard') + (SELECT count(*) FROM audit_entries WHERE what = 'discard')"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Pages_through_many(string store)
    {
        await using var host = await StartAsync(store, new Sick());
        using var program = host.Program();
        await StoreAsync(host, [.. Enumerable.Range(0, 25).Select(number => Dead(Samples.Comment(), at: Samples.Noon.AddSeconds(number / 2)))]);

        var (ids, cursor) = (new List<string>(), "");
        do
        {
            var page = await ListAsync(program, $"limit=10&cursor={cursor}");
            ids.AddRange(page["items"]!.AsArray().Select(item => item!.String("id")!));
            cursor = page.String("next");
        }
        while (cursor is not null);

        Assert.Equal(25, ids.Distinct().Count());
        Assert.Equal(25, ids.Count);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Goes_with_the_author_who_is_erased_and_takes_nothing_of_theirs_in_afterwards(string store)
    {
        await using var host = await StartAsync(store, new Sick { IsWell = true });
        using var program = host.Program();
        var (hers, late, his) = (Samples.Comment(email: "asha@example.com"), Samples.Comment(email: "asha@example.com"), Samples.Comment(email: "ravi@example.com"));
        await StoreAsync(host, Dead(hers), Dead(his));

        await host.EraseAsync(new AuthorErased
        {
            ErasureId = Guid.CreateVersion7(),
            SiteId = "demo",
            AuthorKey = Samples.AuthorKeyOf("asha@example.com"),
            ErasedAt = Samples.Noon.AddDays(1),
        });
        await StoreAsync(host, Dead(late));

        Assert.Equal(his.CommentId.ToString(), (await OneAsync(program)).String("commentId"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Forgets_what_nobody_has_decided_on_for_too_long(string store)
    {
        var time = new StoppedTime();
        await using var host = await StartAsync(store, new Sick(), time);
        using var program = host.Program();
        await StoreAsync(host, Dead(Samples.Comment(), at: Samples.Noon.AddDays(-31)), Dead(Samples.Comment(), at: Samples.Noon.AddDays(-29)));

        // It also happens by itself, perhaps just now.
        await host.Services.GetRequiredService<ForgetDeadMessages>().OldAsync(default);

        await OneAsync(program);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Shows_admins_what_waits_by_queue_and_reason(string store)
    {
        await using var host = await StartAsync(store, new Sick());
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        var empty = await browser.GetStringAsync(new Uri("/dashboard/operations", UriKind.Relative));
        var comment = Samples.Comment("<b>बारिश</b>");
        await StoreAsync(host, Dead(comment), Dead(Samples.Comment(), reason: "TimeoutException"), Dead(Samples.Comment(), "PublishComment"));

        var page = await browser.GetStringAsync(new Uri("/dashboard/operations?queue=FileCase&reason=JsonException", UriKind.Relative));

        Assert.Contains("No dead messages.", empty, StringComparison.Ordinal);
        Assert.Contains(comment.CommentId.ToString(), page, StringComparison.Ordinal);
        Assert.Contains("Send all 1 again", page, StringComparison.Ordinal);
        Assert.Contains("PublishComment", page, StringComparison.Ordinal);
        Assert.Contains("TimeoutException", page, StringComparison.Ordinal);
        Assert.DoesNotContain("बारिश", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Tells_operators_how_many_wait_in_which_queue(string store)
    {
        await using var host = await StartAsync(store, new Sick());
        var told = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, me) =>
            {
                // Hosts of other tests have meters of the same name.
                if (instrument.Name == "moderation.dead_messages" && instrument.Meter.Scope == host.Services.GetRequiredService<IMeterFactory>())
                {
                    me.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => told[(string)tags[0].Value!] = count);
        listener.Start();
        await StoreAsync(host, Dead(Samples.Comment()), Dead(Samples.Comment()), Dead(Samples.Comment(), "PublishComment"));

        listener.RecordObservableInstruments();

        Assert.Equal(new() { ["FileCase"] = 2, ["PublishComment"] = 1 }, told);
    }

    [Fact]
    public async Task Keeps_what_is_no_message_at_all()
    {
        var sick = new Sick();
        await using var host = await StartAsync("SQLite", sick);
        using var program = host.Program();

        await host.Services.GetRequiredService<SendAgain>().SendAsync(
            FailingQueue, Guid.NewGuid().ToString(), "application/vnd.masstransit+json", "{\"message\": \0\uFFFF"u8.ToArray(), default);

        var dead = await OneAsync(program);
        Assert.Equal((FailingQueue, null), (dead.String("queue"), dead.String("commentId")));
        Assert.Empty(sick.Taken);
    }

    [Fact]
    public async Task Keeps_what_no_consumer_of_the_queue_takes()
    {
        var sick = new Sick();
        await using var host = await StartAsync("SQLite", sick);
        using var program = host.Program();

        await host.Services.GetRequiredService<SendAgain>().SendAsync(
            FailingQueue,
            Guid.NewGuid().ToString(),
            "application/vnd.masstransit+json",
            """{"messageType":["urn:message:Moderation.Contracts:CommentForgotten"],"message":{"commentId":"0197d242-0000-7000-8000-000000000002"}}"""u8.ToArray(),
            default);

        var dead = await OneAsync(program);
        Assert.Equal((FailingQueue, "CommentForgotten", "0197d242-0000-7000-8000-000000000002"), (dead.String("queue"), dead.String("type"), dead.String("commentId")));
        Assert.Equal("MessageNotConsumedException", dead.String("reason"));
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_a_request()
    {
        await using var host = await StartAsync("SQLite", new Sick());
        using var program = host.Program();
        using var stranger = host.Program("another token");
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(program, "resend", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(program, "discard", new { all = new { } })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsync(new Uri("/dashboard/api/dead-messages/resend", UriKind.Relative), new StringContent("ids"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(new Uri("/dashboard/api/dead-messages", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(browser, "discard", new { all = new { }, count = 0 })).StatusCode);
    }

    internal static DeadMessage Dead(CommentSubmitted comment, string queue = "FileCase", string reason = "JsonException", DateTimeOffset? at = null) => new()
    {
        Queue = queue,
        MessageId = Guid.NewGuid().ToString(),
        ContentType = "application/vnd.masstransit+json",
        Body = Cases.StoredJson.Of(new { messageType = new[] { "urn:message:Moderation.Contracts:CommentHeld" }, message = new { comment } }) is var json
            ? System.Text.Encoding.UTF8.GetBytes(json) : default,
        Reason = reason,
        Message = "'0xC3' is an invalid start of a value.",
        DiedAt = at ?? Samples.Noon,
    };

    internal static async Task StoreAsync(DashboardHost host, params DeadMessage[] dead)
    {
        foreach (var message in dead)
        {
            await host.Services.GetRequiredService<CollectDeadMessage>()(message, default);
        }
    }

    private static async Task<DashboardHost> StartAsync(string store, Sick sick, TimeProvider? time = null) => await DashboardHost.StartAsync(
        await Tests.Stores.CreateAsync(store),
        time,
        // By today's clock what died in these tests is long forgotten.
        settings: new() { ["Retention:Days"] = time is null ? "0" : "30" },
        services: services => services.AddSingleton(sick),
        consumers: bus => bus.AddConsumer<UpdateStatusConsumer>());

    private static async Task<JsonNode> ListAsync(HttpClient program, string query = "")
    {
        var answer = await program.GetAsync(new Uri($"/dashboard/api/dead-messages?{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadAsync();
    }

    private static async Task<JsonNode> OneAsync(HttpClient program)
    {
        await Eventually.TrueAsync(async () => (int)(await ListAsync(program))["count"]! > 0, "there is a dead message");
        return (await ListAsync(program))["items"]!.AsArray().Single()!;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string act, object body) =>
        client.PostAsJsonAsync(new Uri($"/dashboard/api/dead-messages/{act}", UriKind.Relative), body);

    private static Task<(string Who, string What, string Subject, string Before, string After)> EntryAsync(System.Data.Common.DbConnection connection) =>
        connection.QuerySingleAsync<(string, string, string, string, string)>(
            """
            SELECT who, what, subject, state_before, state_after FROM
                (SELECT who, what, subject, state_before, state_after, kind FROM audit_unsealed
                 UNION ALL SELECT who, what, subject, state_before, state_after, kind FROM audit_entries) entries
            WHERE kind = 'dead-message'
            """);
}
