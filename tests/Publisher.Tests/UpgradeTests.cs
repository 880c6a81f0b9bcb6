using Dapper;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class UpgradeOnSqliteTests : UpgradeTests<SqliteStore>;

/// <summary>What was stored by an earlier version.</summary>
public abstract class UpgradeTests<TStore> : IAsyncLifetime
    where TStore : ITestStore, new()
{
    private readonly TStore _store = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Comments_of_the_first_schema_are_listed_counted_and_threaded()
    {
        var databases = await _store.CreateAsync();
        databases.Migrate("publisher", GetType().Assembly);
        await using (var connection = await databases.Source("publisher").OpenConnectionAsync())
        {
            Guid[] ids = [.. Enumerable.Range(0, 9).Select(number => new Guid($"00000000-0000-7000-8000-00000000000{number}"))];
            var (published, withheld) = ("published", "withheld");
            await connection.ExecuteAsync(
                """
                INSERT INTO comments (id, site_id, page_key, parent_id, state, name, url, body, avatar, sequence, decided_at, published_at)
                VALUES (@Id, 'demo', @Page, @Parent, @State, 'Asha', NULL, 'A text', '0123456789abcdef', 1, 5, @At)
                """,
                new[]
                {
                    // A withdrawn one over a withdrawn one over a public one, all on one page.
                    Row(0, null, withheld, 10), Row(1, 0, withheld, 11), Row(2, 1, published, 12),
                    // A circle, one held for good with a reply, one that answers another page's, and one withdrawn with nothing below.
                    Row(3, 4, published, 13), Row(4, 3, published, 14),
                    Row(5, null, withheld, null), Row(6, 5, published, 15),
                    Row(7, 2, published, 16) with { Page = Pages.PageKey.Of("other") },
                    Row(8, 2, withheld, 17),
                });

            Stored Row(int id, int? parent, string state, int? at) =>
                new(ids[id].ToString(), Pages.PageKey.Of("story"), parent is { } index ? ids[index].ToString() : null, state, at);
        }

        await using var publisher = await PublisherHost.StartAsync(databases);

        var story = await publisher.ListAsync("&threads=true&order=oldest&replies=50");
        Assert.Equal((4, 1), (story.GetProperty("count").GetInt32(), story.GetProperty("version").GetInt32()));
        Assert.Equal(
            ["0:1 1 2", "3:0", "4:0", "6:0"],
            story.GetProperty("items").EnumerateArray().Select(item =>
                $"{Last(item)}:{item.GetProperty("replyCount")} {string.Join(' ', item.GetProperty("replies").EnumerateArray().Select(Last))}".Trim()));
        Assert.Equal(1, (await publisher.ListAsync(page: "other")).GetProperty("count").GetInt32());

        await publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        Assert.Equal(5, (await publisher.ListAsync()).GetProperty("count").GetInt32());
    }

    private static char Last(System.Text.Json.JsonElement item) => item.GetProperty("id").GetString()![^1];

    private sealed record Stored(string Id, string Page, string? Parent, string State, long? At);
}
