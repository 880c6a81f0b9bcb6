using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Bus.DeadMessages;
using Moderation.Servers;

namespace Moderation.Dashboard.Tests;

/// <summary>The error queues of a real broker.</summary>
public sealed class DeadMessagesOnRabbitMqTests : IAsyncLifetime
{
    private readonly Sick _sick = new();
    private IRabbitMqServer _rabbitMq = null!;
    private DashboardHost _host = null!;

    public async Task InitializeAsync()
    {
        _rabbitMq = await RealServers.RabbitMqAsync();
        _host = await DashboardHost.StartAsync(
            await Stores.CreateAsync("PostgreSQL"),
            services: services => services.AddSingleton(_sick),
            consumers: bus =>
            {
                bus.AddConsumer<UpdateStatusConsumer>();
                bus.AddConsumer<HearBesidesConsumer>();
            },
            rabbitMq: _rabbitMq.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _rabbitMq.DisposeAsync();
    }

    [Fact]
    public async Task Sends_a_dead_message_to_its_own_queue_and_no_other()
    {
        using var program = _host.Program();
        var comment = Samples.Comment();
        await _host.PublishAsync(comment.Held());
        var dead = await WaitingAsync(program, 1);
        Assert.Equal(("UpdateStatus", "CommentHeld", "NotSupportedException"), (dead[0]!.String("queue"), dead[0]!.String("type"), dead[0]!.String("reason")));
        await Eventually.TrueAsync(() => _sick.HeardBesides == 1, "the other queue has it too");

        _sick.IsWell = true;
        var answer = await ResendAsync(program, dead[0]!.String("id")!);

        Assert.Equal("""{"done":1,"failed":0}""", await answer.Content.ReadAsStringAsync());
        await Eventually.TrueAsync(() => _sick.Taken.Contains(comment.CommentId), "its consumer takes it");
        Assert.Equal(1, _sick.HeardBesides);
        await WaitingAsync(program, 0);
    }

    [Fact]
    public async Task Keeps_what_no_consumer_of_the_queue_takes()
    {
        using var program = _host.Program();

        // Submission would take it; its stand-in here does not.
        await _host.PublishAsync(Samples.Comment().Approved());

        var dead = await WaitingAsync(program, 1);
        Assert.Equal(("UpdateStatus", "CommentApproved", "MessageNotConsumedException"), (dead[0]!.String("queue"), dead[0]!.String("type"), dead[0]!.String("reason")));
    }

    [Fact]
    public async Task Sends_again_what_was_sent_when_the_process_died_before_it_was_marked()
    {
        using var program = _host.Program();
        await _host.PublishAsync(Samples.Comment().Held());
        var dead = await WaitingAsync(program, 1);
        _sick.IsWell = true;
        var message = await MessageAsync();
        await _host.Services.GetRequiredService<SendAgain>().SendAsync(message.Queue, message.MessageId, message.ContentType, message.Body, default);
        await Eventually.TrueAsync(() => _sick.Taken.Count == 1, "it was sent");

        await ResendAsync(program, dead[0]!.String("id")!);

        await Eventually.TrueAsync(() => _sick.Taken.Count == 2, "it is sent again");
        await WaitingAsync(program, 0);
    }

    [Fact]
    public async Task Keeps_what_the_broker_does_not_take()
    {
        using var program = _host.Program();
        await DeadMessageTests.StoreAsync(_host, DeadMessageTests.Dead(Samples.Comment(), "NobodyReadsThis"), DeadMessageTests.Dead(Samples.Comment()));
        var dead = await WaitingAsync(program, 2);
        var unread = dead.Single(item => item!.String("queue") == "NobodyReadsThis")!;

        Assert.Equal("""{"done":0,"failed":1}""", await (await ResendAsync(program, unread.String("id")!)).Content.ReadAsStringAsync());
        await _rabbitMq.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ResendAsync(program, [.. dead.Select(item => item!.String("id")!)])).StatusCode);

        await WaitingAsync(program, 2);
    }

    private async Task<(string Queue, string MessageId, string ContentType, byte[] Body)> MessageAsync()
    {
        await using var connection = await _host.Database.OpenConnectionAsync();
        return await Dapper.SqlMapper.QuerySingleAsync<(string, string, string, byte[])>(connection, "SELECT queue, message_id, content_type, body FROM dead_messages");
    }

    private static async Task<JsonArray> WaitingAsync(HttpClient program, int count)
    {
        var items = new JsonArray();
        await Eventually.TrueAsync(
            async () =>
            {
                items = (await (await program.GetAsync(new Uri("/dashboard/api/dead-messages", UriKind.Relative))).ReadAsync())["items"]!.AsArray();
                return items.Count == count;
            },
            $"{count} dead messages wait");
        return items;
    }

    private static Task<HttpResponseMessage> ResendAsync(HttpClient program, params string[] ids) =>
        program.PostAsJsonAsync(new Uri("/dashboard/api/dead-messages/resend", UriKind.Relative), new { ids });
}
