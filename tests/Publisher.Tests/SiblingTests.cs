using Moderation.Contracts;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class SiblingsOnSqliteTests : SiblingTests<SqliteStore>;

/// <summary>Several publishers on one database.</summary>
public abstract class SiblingTests<TStore> : IAsyncLifetime
    where TStore : ITestStore, new()
{
    private readonly TStore _store = new();
    private readonly List<PublisherHost> _publishers = [];

    public async Task InitializeAsync()
    {
        var databases = await _store.CreateAsync();
        _publishers.Add(await PublisherHost.StartAsync(databases));
        _publishers.Add(await PublisherHost.StartAsync(databases));
    }

    public async Task DisposeAsync()
    {
        foreach (var publisher in _publishers)
        {
            await publisher.DisposeAsync();
        }

        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Concurrent_decisions_on_one_page_keep_its_count_and_its_threads_right()
    {
        var random = new Random(7);
        var comments = new List<CommentSubmitted>();
        for (var number = 0; number < 30; number++)
        {
            comments.Add(Decide.Comment(parent: number > 0 && random.Next(2) == 0 ? comments[random.Next(number)].CommentId : null));
        }

        var decisions = comments
            .SelectMany(comment => new IDecision[] { Decide.Approve(comment), Decide.Reject(comment, 2), Decide.Approve(comment, 3) }
                .Take(random.Next(1, 4)).Select(decision => (decision, publisher: _publishers[random.Next(2)])))
            .ToArray();
        random.Shuffle(decisions);
        await Task.WhenAll(decisions.Select(sent => sent.publisher.DeliverAsync(sent.decision)));

        var expected = comments.Count(comment =>
            decisions.Select(sent => sent.decision).Where(decision => decision.Comment == comment).MaxBy(decision => decision.Sequence) is CommentApproved);
        var flat = await _publishers[0].ListAsync("&limit=200");
        var threads = await _publishers[0].ItemsAsync("&limit=200&threads=true&replies=50");
        Assert.Equal(expected, flat.GetProperty("count").GetInt32());
        Assert.Equal(expected, flat.GetProperty("items").EnumerateArray().Count(item => !item.TryGetProperty("removed", out _)));
        Assert.Equal(flat.GetProperty("items").GetArrayLength(), threads.Sum(thread => 1 + thread.GetProperty("replies").GetArrayLength()));
        Assert.True(flat.GetProperty("version").GetInt64() <= decisions.Length, "A decision counts once.");
    }
}
