using System.Collections.Concurrent;
using Dapper;
using MassTransit;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Decisions;
using Moderation.Publisher.Pages;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;
using Moderation.Servers;

namespace Moderation.Publisher.Tests;

public sealed class BusOnPostgresTests : BusTests<PostgresStore>;

/// <summary>Two publishers on one database, behind one RabbitMQ.</summary>
public abstract class BusTests<TStore> : IAsyncLifetime
    where TStore : ITestStore, new()
{
    private readonly TStore _store = new();
    private readonly List<PublisherHost> _publishers = [];
    private IDatabases _databases = null!;
    private IRabbitMqServer _rabbitMq = null!;

    public async Task InitializeAsync()
    {
        _rabbitMq = await RealServers.RabbitMqAsync();
        _databases = await _store.CreateAsync();
        for (var number = 0; number < 2; number++)
        {
            _publishers.Add(await PublisherHost.StartAsync(_databases, _rabbitMq.ConnectionString));
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var publisher in _publishers)
        {
            await publisher.DisposeAsync();
        }

        await _store.DisposeAsync();
        await _rabbitMq.DisposeAsync();
    }

    [Fact]
    public async Task A_decision_that_one_takes_is_shown_by_both()
    {
        for (var number = 1; number <= 10; number++)
        {
            // Both have an answer in memory that only the message can drop: their clocks stand still.
            Assert.All(_publishers, publisher => Assert.NotEqual(0, publisher.Part<PageNews>().Hearing));
            await Task.WhenAll(_publishers.Select(publisher => publisher.ListAsync()));

            await _publishers[number % 2].SendAsync(Decide.Approve(Decide.Comment()));

            await Task.WhenAll(_publishers.Select(publisher => Eventually.IsAsync(async () => await CountAsync(publisher) == number)));
        }
    }

    [Fact]
    public async Task Readers_of_both_see_a_decision_come()
    {
        await using var first = await LiveStream.OpenAsync(_publishers[0]);
        await using var second = await LiveStream.OpenAsync(_publishers[1]);
        for (var number = 0; number < 5; number++)
        {
            var comment = Decide.Comment();

            await _publishers[number % 2].SendAsync(Decide.Approve(comment));

            Assert.Equal(comment.CommentId, (await first.NextAsync())!.Comment);
            Assert.Equal(comment.CommentId, (await second.NextAsync())!.Comment);
        }
    }

    [Fact]
    public async Task A_change_that_nobody_hears_of_is_no_fault()
    {
        foreach (var publisher in _publishers)
        {
            await publisher.StopAsync();
        }

        await using var deaf = await PublisherHost.StartAsync(_databases, _rabbitMq.ConnectionString, bus => bus.AddConsumer<PublishCommentConsumer>());

        await deaf.DeliverAsync(Decide.Approve(Decide.Comment()), Decide.Approve(Decide.Comment()));

        Assert.Equal(2, await CountAsync(deaf));
    }

    [Fact]
    public async Task Every_publisher_hears_when_many_pages_change_at_once()
    {
        var heard = _publishers.Select(publisher =>
        {
            var pages = new ConcurrentDictionary<PageRef, long>();
            // What the other one did may be heard of after what this one did later.
            publisher.Part<PageNews>().Changed += (page, version) => pages.AddOrUpdate(page, version, (_, known) => Math.Max(known, version));
            return pages;
        }).ToList();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(
            number => _publishers[number % 2].SendAsync(Decide.Approve(Decide.Comment(page: $"page-{number % 20}")))));

        foreach (var pages in heard)
        {
            await Eventually.IsAsync(() => Task.FromResult(pages.Count == 20 && pages.Values.All(version => version == 3)));
        }
    }

    [Fact]
    public async Task Readers_catch_up_when_the_bus_is_back()
    {
        var comment = Decide.Comment();
        await _publishers[0].SendAsync(Decide.Approve(comment));
        await Task.WhenAll(_publishers.Select(publisher => Eventually.IsAsync(async () => await CountAsync(publisher) == 1)));
        await using var stream = await LiveStream.OpenAsync(_publishers[0]);
        await _rabbitMq.StopAsync();
        await Eventually.IsAsync(() => Task.FromResult(_publishers[0].Part<PageNews>().Hearing == 0));
        await ChangeAsync(count: 1, version: 9);

        await _rabbitMq.StartAsync();

        var caughtUp = (await stream.NextAsync())!;
        Assert.Equal((comment.CommentId, "9"), (caughtUp.Comment, caughtUp.Id));
    }

    [Fact]
    public async Task Without_the_bus_nothing_old_is_shown_and_with_it_again_neither()
    {
        await _publishers[0].SendAsync(Decide.Approve(Decide.Comment()));
        await Task.WhenAll(_publishers.Select(publisher => Eventually.IsAsync(async () => await CountAsync(publisher) == 1)));

        await _rabbitMq.StopAsync();
        await Task.WhenAll(_publishers.Select(publisher => Eventually.IsAsync(() => Task.FromResult(publisher.Part<PageNews>().Hearing == 0))));
        await ChangeAsync(count: 5, version: 2);
        await AllCountAsync(5);
        await ChangeAsync(count: 6, version: 3);
        await AllCountAsync(6);
        await ChangeAsync(count: 7, version: 4);

        await _rabbitMq.StartAsync();
        await Task.WhenAll(_publishers.Select(publisher => Eventually.IsAsync(() => Task.FromResult(publisher.Part<PageNews>().Hearing != 0))));
        await AllCountAsync(7);
        await _publishers[0].SendAsync(Decide.Approve(Decide.Comment()));
        await Task.WhenAll(_publishers.Select(publisher => Eventually.IsAsync(async () => await CountAsync(publisher) == 8)));
    }

    private async Task AllCountAsync(long count) =>
        Assert.All(await Task.WhenAll(_publishers.Select(CountAsync)), counted => Assert.Equal(count, counted));

    private static async Task<long> CountAsync(PublisherHost publisher) => (await publisher.ListAsync()).GetProperty("count").GetInt64();

    // As a publisher would that nobody hears.
    private async Task ChangeAsync(long count, long version)
    {
        await using var connection = await _databases.Source("publisher").OpenConnectionAsync();
        await connection.ExecuteAsync(
            "UPDATE pages SET comments = @count, version = @version; UPDATE comments SET version = @version", new { count, version });
    }
}
