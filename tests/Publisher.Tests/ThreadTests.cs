using System.Text.Json;
using Moderation.Contracts;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class ThreadsOnSqliteTests : ThreadTests<SqliteStore>;

/// <summary>Which comments are on the first level, and what hangs on them, in whatever order they come.</summary>
public abstract class ThreadTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    [Fact]
    public async Task The_first_level_comes_with_its_first_replies()
    {
        var quiet = Decide.Comment();
        var top = Decide.Comment();
        var replies = Enumerable.Range(0, 2).Select(_ => Decide.Comment(parent: top.CommentId)).ToList();
        var deep = Decide.Comment(parent: replies[0].CommentId);
        var last = Decide.Comment(parent: top.CommentId);
        await ApproveAsync([quiet, top, .. replies, deep, last]);

        var threads = await Publisher.ItemsAsync("&threads=true");

        Assert.Equal([top.CommentId, quiet.CommentId], threads.Select(Id));
        Assert.Equal([4, 0], threads.Select(Count));
        Assert.Equal([replies[0].CommentId, replies[1].CommentId, deep.CommentId], Replies(threads[0]).Select(Id));
        Assert.Equal(replies[0].CommentId, Replies(threads[0])[2].GetProperty("parentId").GetGuid());
        Assert.Empty(Replies(threads[1]));
        Assert.False(threads[1].TryGetProperty("repliesNext", out _));
        var rest = await Publisher.ItemsAsync($"&thread={top.CommentId}&cursor={threads[0].GetProperty("repliesNext").GetString()}");
        Assert.Equal(last.CommentId, Id(Assert.Single(rest)));
    }

    [Fact]
    public async Task As_many_replies_come_as_are_asked_for()
    {
        var top = Decide.Comment();
        await ApproveAsync([top, Decide.Comment(parent: top.CommentId), Decide.Comment(parent: top.CommentId)]);

        var none = Assert.Single(await Publisher.ItemsAsync("&threads=true&replies=0"));
        var one = Assert.Single(await Publisher.ItemsAsync("&threads=true&replies=1"));
        var all = Assert.Single(await Publisher.ItemsAsync("&threads=true&replies=2"));

        Assert.Equal(2, Count(none));
        Assert.False(none.TryGetProperty("replies", out _));
        Assert.False(none.TryGetProperty("repliesNext", out _));
        Assert.Single(Replies(one));
        Assert.True(one.TryGetProperty("repliesNext", out _));
        Assert.Equal(2, Replies(all).Count);
        Assert.False(all.TryGetProperty("repliesNext", out _));
    }

    [Fact]
    public async Task A_reply_to_what_was_never_public_is_on_the_first_level()
    {
        var held = Decide.Comment();
        var elsewhere = Decide.Comment(page: "other");
        var comments = new[] { held.CommentId, elsewhere.CommentId, Guid.CreateVersion7() }.Select(parent => Decide.Comment(parent: parent)).ToList();
        await Publisher.DeliverAsync(Decide.Hold(held));
        await ApproveAsync([elsewhere, .. comments]);

        var threads = await Publisher.ItemsAsync("&threads=true&order=oldest");

        Assert.Equal(comments.Select(comment => comment.CommentId), threads.Select(Id));
        Assert.Equal(comments.Select(comment => comment.ParentId), threads.Select(thread => (Guid?)thread.GetProperty("parentId").GetGuid()));
    }

    [Fact]
    public async Task A_late_parent_takes_its_replies_below_it()
    {
        var top = Decide.Comment();
        var parent = Decide.Comment(parent: top.CommentId);
        var reply = Decide.Comment(parent: parent.CommentId);
        var deep = Decide.Comment(parent: reply.CommentId);
        var withdrawn = Decide.Comment(parent: parent.CommentId);
        var below = Decide.Comment(parent: withdrawn.CommentId);
        await ApproveAsync([deep, reply, withdrawn, below]);
        await Publisher.DeliverAsync(Decide.Reject(withdrawn, sequence: 2), Decide.Hold(parent));
        Assert.Equal(2, (await Publisher.ItemsAsync("&threads=true")).Count);

        Publisher.Clock.Advance(TimeSpan.FromSeconds(1));
        await Publisher.DeliverAsync(Decide.Approve(parent, sequence: 2), Decide.Approve(top));

        var thread = Assert.Single(await Publisher.ItemsAsync("&threads=true&replies=50"));
        Assert.Equal(top.CommentId, Id(thread));
        Assert.Equal(4, Count(thread));
        Assert.Equal(
            [deep.CommentId, reply.CommentId, withdrawn.CommentId, below.CommentId, parent.CommentId],
            Replies(thread).Select(Id));
        Assert.Equal(Replies(thread).Select(Id), (await Publisher.ItemsAsync($"&thread={top.CommentId}")).Select(Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Comments_that_answer_each_other_in_a_circle_are_shown_once(int length)
    {
        var circle = Enumerable.Range(0, length).Select(_ => Decide.Comment()).ToList();
        circle = [.. circle.Select((comment, index) => comment with { ParentId = circle[(index + 1) % length].CommentId })];
        await ApproveAsync(circle);

        var thread = Assert.Single(await Publisher.ItemsAsync("&threads=true&replies=50"));

        Assert.Equal(length - 1, Count(thread));
        Assert.Equal(circle.Select(comment => comment.CommentId).Order(), Replies(thread).Append(thread).Select(Id).Order());
        await Publisher.DeliverAsync([.. circle.Select(comment => Decide.Reject(comment, sequence: 2))]);
        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task A_withdrawn_comment_stays_over_its_thread_without_its_text()
    {
        var top = Decide.Comment();
        var reply = Decide.Comment(parent: top.CommentId);
        await ApproveAsync([top, reply]);

        await Publisher.DeliverAsync(Decide.Reject(top, sequence: 2));

        var thread = Assert.Single(await Publisher.ItemsAsync("&threads=true"));
        Assert.True(thread.GetProperty("removed").GetBoolean());
        Assert.Equal(1, Count(thread));
        Assert.Equal(reply.CommentId, Id(Assert.Single(Replies(thread))));
    }

    [Fact]
    public async Task Every_order_of_arrival_makes_the_same_threads()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var random = new Random(seed);
            var page = $"forest-{seed}";
            var comments = new List<CommentSubmitted>();
            for (var number = 0; number < 12; number++)
            {
                Guid? parent = comments.Count == 0 || random.Next(4) == 0 ? null : comments[random.Next(comments.Count)].CommentId;
                comments.Add(Decide.Comment(page: page, parent: parent));
            }

            var withdrawn = comments.Where(_ => random.Next(4) == 0).ToHashSet();
            var decisions = comments.Select(comment => Decide.Approve(comment)).ToArray<IDecision>();
            random.Shuffle(decisions);
            await Publisher.DeliverAsync(decisions);
            await Publisher.DeliverAsync([.. withdrawn.Select(comment => Decide.Reject(comment, sequence: 2))]);

            var threads = await Publisher.ItemsAsync("&threads=true&replies=50", page);

            var shown = comments.Where(IsShown).ToList();
            Assert.Equal(
                shown.Select(comment => (Top(comment), comment.CommentId)).Order(),
                threads.SelectMany(thread => Replies(thread).Append(thread).Select(item => (Id(thread), Id(item)))).Order());
            Assert.All(threads, thread => Assert.Equal(
                comments.Count(comment => Top(comment) == Id(thread) && comment.CommentId != Id(thread) && !withdrawn.Contains(comment)), Count(thread)));

            Guid Top(CommentSubmitted comment) => comment.ParentId is { } parent ? Top(comments.Single(other => other.CommentId == parent)) : comment.CommentId;
            bool IsShown(CommentSubmitted comment) =>
                !withdrawn.Contains(comment) || comments.Any(reply => reply.ParentId == comment.CommentId && IsShown(reply));
        }
    }

    [Theory]
    [InlineData("threads=true&order=oldest")]
    [InlineData("threads=true&order=newest")]
    [InlineData("thread")]
    public async Task Paging_misses_and_repeats_nothing_while_comments_arrive(string query)
    {
        var top = Decide.Comment();
        await ApproveAsync([top]);
        query = query == "thread" ? $"thread={top.CommentId}" : query;
        Guid? parent = query.StartsWith("threads", StringComparison.Ordinal) ? null : top.CommentId;
        var present = Enumerable.Range(0, 9).Select(_ => Decide.Comment(parent: parent)).ToList();
        await ApproveAsync(present);
        var seen = new List<Guid>();
        string? next = null;
        do
        {
            var list = await Publisher.ListAsync($"&{query}&limit=2" + (next is null ? "" : $"&cursor={next}"));
            seen.AddRange(list.GetProperty("items").EnumerateArray().Select(Id));
            next = list.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
            if (seen.Count < 20)
            {
                // No time passes: those that arrive at once are kept apart all the same.
                await ApproveAsync([Decide.Comment(parent: parent)]);
            }
        }
        while (next is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(present.Select(comment => comment.CommentId).Except(seen));
        if (!query.Contains("newest", StringComparison.Ordinal))
        {
            Assert.True(seen.Count > 14, "What arrived at the end was not reached.");
        }
    }

    private Task ApproveAsync(IEnumerable<CommentSubmitted> comments) =>
        Publisher.DeliverAsync([.. comments.Select(comment => Decide.Approve(comment))]);

    private static Guid Id(JsonElement item) => item.GetProperty("id").GetGuid();

    private static long Count(JsonElement thread) => thread.GetProperty("replyCount").GetInt64();

    private static IReadOnlyList<JsonElement> Replies(JsonElement thread) => [.. thread.GetProperty("replies").EnumerateArray()];
}
