using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

/// <summary>Alone, because what a process writes to its console belongs to nobody.</summary>
[CollectionDefinition(nameof(LogTests), DisableParallelization = true)]
[Collection(nameof(LogTests))]
public sealed class LogTests
{
    [Fact]
    public async Task Logs_ids_and_no_texts()
    {
        using var log = new StringWriter();
        var console = Console.Out;
        Console.SetOut(TextWriter.Synchronized(log));
        var comment = Decide.Comment("a text with riyaq@example.com", "riyaq", "https://riyaq.example.org/", "riyaq@example.com", page: "riyaq");
        try
        {
            await using var store = new SqliteStore();
            await using var publisher = await PublisherHost.StartAsync(await store.CreateAsync());
            await publisher.DeliverAsync(Decide.Approve(comment), Decide.Approve(comment), Decide.Reject(comment, sequence: 2));
            await publisher.ListAsync(page: "riyaq");
            await publisher.FailAsync("/v1/sites/demo/comments?page=riyaq&cursor=riyaq");
            await publisher.FailAsync("/v1/sites/riyaq/comments?page=riyaq");
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains(comment.CommentId.ToString(), log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("riyaq", log.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("192.0.2.7", log.ToString(), StringComparison.Ordinal);
    }
}
