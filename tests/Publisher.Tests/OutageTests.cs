using System.Net;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Tests.Running;
using Moderation.Servers;

namespace Moderation.Publisher.Tests;

/// <summary>What is shown while the database is down.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task What_is_in_memory_is_shown_and_the_rest_is_for_later()
    {
        await using var postgres = await RealServers.PostgresAsync();
        await using var databases = new PostgresDatabases(await postgres.CreateDatabaseAsync());
        await using var publisher = await PublisherHost.StartAsync(databases);
        await publisher.DeliverAsync(Decide.Approve(Decide.Comment("before")));
        var before = await publisher.ListAsync();

        await postgres.StopAsync();
        for (var minute = 0; minute < 3; minute++)
        {
            publisher.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(before.GetRawText(), (await publisher.ListAsync()).GetRawText());
        }

        var (status, _) = await publisher.FailAsync("/v1/sites/demo/comments?page=story&limit=7");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);

        await postgres.StartAsync();
        await publisher.DeliverAsync(Decide.Approve(Decide.Comment("after")));
        Assert.Equal(2, (await publisher.ItemsAsync()).Count);
        Assert.Equal(2, (await publisher.ItemsAsync("&limit=7")).Count);
    }
}
