using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class ErasureOnSqliteTests : ErasureTests<SqliteStore>;

/// <summary>What is left of an author who wanted to be forgotten.</summary>
public abstract class ErasureTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    private const string Email = "asha@example.com";

    private string Key => AuthorKey.Of(Publisher.Site("demo"), Email)!;

    [Fact]
    public async Task Takes_everything_of_the_author_from_every_table()
    {
        var (shown, held, withdrawn) = (OfAsha(), OfAsha(), OfAsha());
        await Publisher.DeliverAsync(Decide.Approve(shown), Decide.Hold(held), Decide.Approve(withdrawn), Decide.Reject(withdrawn, sequence: 2), Decide.Approve(OfRavi()));
        Assert.All(["Asha", "asha.example", "बारिश", Key], kept => Assert.Contains(kept, Everything(), StringComparison.Ordinal));

        var erased = Erasure();
        await Publisher.EraseAsync(erased);

        Assert.All(["Asha", "asha.example", "बारिश"], leak => Assert.DoesNotContain(leak, Everything(), StringComparison.Ordinal));
        Assert.DoesNotContain(Key, Everything("comments"), StringComparison.Ordinal);
        Assert.Equal("Ravi", Assert.Single(await Publisher.ItemsAsync()).GetProperty("author").GetProperty("name").GetString());
        Assert.Equal(1, (await Publisher.ListAsync()).GetProperty("count").GetInt32());
        Assert.Equal("publisher", await Publisher.Part<Confirmations>().OfAsync(erased.ErasureId));
    }

    [Fact]
    public async Task Leaves_an_empty_place_above_the_replies_of_others()
    {
        var top = OfAsha();
        var reply = OfRavi(parent: top.CommentId);
        await Publisher.DeliverAsync(Decide.Approve(top), Decide.Approve(reply));
        Assert.Equal(2, (await Publisher.ItemsAsync()).Count);

        await Publisher.EraseAsync(Erasure());

        var place = Assert.Single(await Publisher.ItemsAsync(), item => item.GetProperty("id").GetGuid() == top.CommentId);
        Assert.True(place.GetProperty("removed").GetBoolean());
        Assert.Equal("", place.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Publishes_nothing_any_more_that_was_submitted_before_and_everything_after()
    {
        var known = OfAsha();
        await Publisher.DeliverAsync(Decide.Approve(known));
        await Publisher.EraseAsync(Erasure());
        var (before, after) = (OfAsha(), OfAsha() with { SubmittedAt = Erasure().ErasedAt.AddMilliseconds(1) });

        await Publisher.DeliverAsync(
            Decide.Approve(before), Decide.Approve(known, sequence: 5, second: 90_000), Decide.Approve(known with { Author = new Author { Name = "Asha" } }, sequence: 6), Decide.Approve(after));
        await Publisher.EraseAsync(Erasure());

        Assert.Equal(after.CommentId, Assert.Single(await Publisher.ItemsAsync()).GetProperty("id").GetGuid());
        Assert.DoesNotContain(before.CommentId.ToString(), Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_the_author_also_when_a_later_decision_came_without_the_email()
    {
        var comment = OfAsha();
        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Approve(comment with { Author = comment.Author with { Email = null } }, sequence: 2));

        await Publisher.EraseAsync(Erasure());

        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task Other_sites_keep_what_an_author_of_the_same_address_wrote_there()
    {
        await Publisher.DeliverAsync(Decide.Approve(OfAsha() with { SiteId = "post" }));

        await Publisher.EraseAsync(Erasure());

        Assert.Single(await Publisher.ItemsAsync(site: "post"));
    }

    [Fact]
    public async Task Never_sends_an_authors_key_out()
    {
        var top = OfAsha();
        await Publisher.DeliverAsync(Decide.Approve(top), Decide.Approve(OfAsha() with { ParentId = top.CommentId }));

        foreach (var query in new[] { "", "&threads=true", $"&thread={top.CommentId}" })
        {
            Assert.DoesNotContain(Key, await Publisher.Http.GetStringAsync(new Uri($"/v1/sites/demo/comments?page=story{query}", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    private static CommentSubmitted OfAsha() => Decide.Comment("बारिश आई", "Asha", "https://asha.example/", Email);

    private static CommentSubmitted OfRavi(Guid? parent = null) => Decide.Comment("धूप आई", "Ravi", email: "ravi@example.com", parent: parent);

    private AuthorErased Erasure() => new()
    {
        ErasureId = Guid.CreateVersion7(),
        SiteId = "demo",
        AuthorKey = Key,
        ErasedAt = OfAsha().SubmittedAt.AddHours(1),
    };

    private string Everything(params string[] tables)
    {
        using var connection = Publisher.Part<IServiceProvider>().GetRequiredKeyedService<DbDataSource>("publisher").OpenConnection();
        return string.Join('\n', (tables.Length > 0 ? tables : ["comments", "pages", "erased_authors"]).SelectMany(table => connection.Query($"SELECT * FROM {table}")));
    }
}
