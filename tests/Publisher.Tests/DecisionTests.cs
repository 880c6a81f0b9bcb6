using Moderation.Contracts;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class DecisionsOnSqliteTests : DecisionTests<SqliteStore>;

/// <summary>Which decision stands, and what is left of a comment after it.</summary>
public abstract class DecisionTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    [Fact]
    public async Task Publishes_an_approved_comment()
    {
        var comment = Decide.Comment("पहली पंक्ति\nदूसरी & तीसरी", "आशा", "https://asha.example.in/");

        await Publisher.DeliverAsync(Decide.Approve(comment));

        var item = Assert.Single(await Publisher.ItemsAsync());
        var avatar = $"/v1/avatars/{Publisher.Site("demo").KeyedHash("avatar", "आशा")[..16]}.svg";
        Assert.Equal(
            $$"""{"id":"{{comment.CommentId}}","parentId":null,"author":{"name":"आशा","url":"https://asha.example.in/","avatar":"{{avatar}}"},"text":"पहली पंक्ति\nदूसरी & तीसरी","html":"<p>पहली पंक्ति<br>दूसरी &amp; तीसरी</p>","publishedAt":"2026-01-15T09:30:00Z"}""",
            item.GetRawText());
    }

    [Fact]
    public async Task Leaves_out_a_website_that_was_not_given()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()));

        var item = Assert.Single(await Publisher.ItemsAsync());
        Assert.False(item.GetProperty("author").TryGetProperty("url", out _));
    }

    [Fact]
    public async Task Serves_the_parent_as_it_was_submitted()
    {
        var parent = Guid.CreateVersion7();

        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(parent: parent)));

        var item = Assert.Single(await Publisher.ItemsAsync());
        Assert.Equal(parent, item.GetProperty("parentId").GetGuid());
    }

    [Fact]
    public async Task Shows_neither_held_nor_rejected_comments()
    {
        await Publisher.DeliverAsync(Decide.Hold(Decide.Comment()), Decide.Reject(Decide.Comment()));

        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task A_repeated_delivery_changes_nothing()
    {
        var comment = Decide.Comment();
        await Publisher.DeliverAsync(Decide.Approve(comment));
        var before = await Publisher.ListAsync();

        Publisher.Clock.Advance(TimeSpan.FromMinutes(1));
        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Approve(comment), Decide.Approve(comment, second: 9));

        Assert.Equal(before.GetRawText(), (await Publisher.ListAsync()).GetRawText());
    }

    [Fact]
    public async Task A_late_approval_does_not_bring_back_a_rejected_comment()
    {
        var comment = Decide.Comment();

        await Publisher.DeliverAsync(Decide.Reject(comment, sequence: 2), Decide.Approve(comment, sequence: 1));

        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task A_late_rejection_does_not_withdraw_what_was_approved_after_it()
    {
        var comment = Decide.Comment();

        await Publisher.DeliverAsync(Decide.Approve(comment, sequence: 3), Decide.Reject(comment, sequence: 2), Decide.Hold(comment, sequence: 1));

        Assert.Single(await Publisher.ItemsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_verdicts_the_one_decided_first_stands_and_withholds(bool inOrder)
    {
        var comment = Decide.Comment();
        IDecision first = Decide.Hold(comment, second: 1), second = Decide.Approve(comment, second: 2);

        await Publisher.DeliverAsync(inOrder ? [first, second] : [second, first]);

        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_verdicts_the_one_decided_first_stands_and_publishes(bool inOrder)
    {
        var comment = Decide.Comment();
        IDecision first = Decide.Approve(comment, second: 1), second = Decide.Reject(comment, second: 2);

        await Publisher.DeliverAsync(inOrder ? [first, second] : [second, first]);

        Assert.Single(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task Every_order_of_arrival_ends_alike()
    {
        var comments = Enumerable.Range(0, 6).Select(_ => Decide.Comment()).ToList();
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

        foreach (var (comment, order) in comments.Zip(orders))
        {
            IDecision[] decisions = [Decide.Hold(comment, 1), Decide.Reject(comment, 2), Decide.Approve(comment, 3)];
            await Publisher.DeliverAsync([.. order.Select(index => decisions[index])]);
        }

        Assert.Equal(comments.Select(comment => comment.CommentId).Order(), (await Publisher.ItemsAsync()).Select(Id).Order());
    }

    [Fact]
    public async Task Concurrent_deliveries_end_with_the_newest_decision()
    {
        var comment = Decide.Comment();
        IEnumerable<IDecision> decisions = Enumerable.Range(1, 20).Select(
            sequence => sequence % 2 == 0 ? (IDecision)Decide.Approve(comment, sequence) : Decide.Reject(comment, sequence));

        await Task.WhenAll(decisions.Select(decision => Publisher.DeliverAsync(decision)));

        Assert.Single(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task A_published_comment_that_a_moderator_holds_again_is_gone_until_it_is_approved_again()
    {
        var comment = Decide.Comment();

        await Publisher.DeliverAsync(Decide.Approve(comment, sequence: 2), Decide.Hold(comment, sequence: 3), Decide.Approve(comment, sequence: 2));
        var held = await Publisher.ItemsAsync();
        await Publisher.DeliverAsync(Decide.Approve(comment, sequence: 4));

        Assert.Empty(held);
        Assert.Single(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task A_withdrawn_comment_is_gone()
    {
        var comment = Decide.Comment();

        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Reject(comment, sequence: 2));

        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task A_withdrawn_comment_with_a_published_reply_leaves_its_place()
    {
        var comment = Decide.Comment(parent: Guid.CreateVersion7(), url: "https://asha.example.in/");
        var reply = Decide.Comment("जवाब", parent: comment.CommentId);
        await Publisher.DeliverAsync(Decide.Approve(comment));
        Publisher.Clock.Advance(TimeSpan.FromMinutes(1));
        await Publisher.DeliverAsync(Decide.Approve(reply));

        await Publisher.DeliverAsync(Decide.Reject(comment, sequence: 2));

        var items = await Publisher.ItemsAsync("&order=oldest");
        Assert.Equal([comment.CommentId, reply.CommentId], items.Select(Id));
        Assert.Equal(
            $$"""{"id":"{{comment.CommentId}}","parentId":"{{comment.ParentId}}","removed":true,"author":null,"text":"","html":"","publishedAt":"2026-01-15T09:30:00Z"}""",
            items[0].GetRawText());
    }

    [Fact]
    public async Task The_place_of_a_withdrawn_comment_goes_with_its_last_reply()
    {
        var comment = Decide.Comment();
        var reply = Decide.Comment(parent: comment.CommentId);
        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Approve(reply), Decide.Reject(comment, sequence: 2));

        await Publisher.DeliverAsync(Decide.Reject(reply, sequence: 2));

        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Fact]
    public async Task The_place_of_a_withdrawn_comment_stays_while_anything_public_is_left_below()
    {
        var top = Decide.Comment();
        var middle = Decide.Comment(parent: top.CommentId);
        var bottom = Decide.Comment(parent: middle.CommentId);
        await Publisher.DeliverAsync(Decide.Approve(top), Decide.Approve(middle), Decide.Approve(bottom));

        await Publisher.DeliverAsync(Decide.Reject(top, sequence: 2), Decide.Reject(middle, sequence: 2));
        Assert.Equal([top.CommentId, middle.CommentId, bottom.CommentId], (await Publisher.ItemsAsync("&order=oldest")).Select(Id));

        await Publisher.DeliverAsync(Decide.Reject(bottom, sequence: 2));
        Assert.Empty(await Publisher.ItemsAsync());
        await Publisher.DeliverAsync(Decide.Approve(bottom, sequence: 3));
        Assert.Equal([top.CommentId, middle.CommentId, bottom.CommentId], (await Publisher.ItemsAsync("&order=oldest")).Select(Id));
    }

    [Fact]
    public async Task A_comment_that_was_never_public_leaves_no_place_for_its_replies()
    {
        var comment = Decide.Comment();
        var reply = Decide.Comment(parent: comment.CommentId);

        await Publisher.DeliverAsync(Decide.Hold(comment), Decide.Approve(reply));

        Assert.Equal(reply.CommentId, Id(Assert.Single(await Publisher.ItemsAsync())));
    }

    [Fact]
    public async Task A_comment_approved_again_is_back_where_it_was()
    {
        var comment = Decide.Comment("फिर से", "आशा", "https://asha.example.in/");
        await Publisher.DeliverAsync(Decide.Approve(comment));
        var before = Assert.Single(await Publisher.ItemsAsync());
        Publisher.Clock.Advance(TimeSpan.FromHours(1));
        await Publisher.DeliverAsync(Decide.Reject(comment, sequence: 2));

        await Publisher.DeliverAsync(Decide.Approve(comment, sequence: 3));

        Assert.Equal(before.GetRawText(), Assert.Single(await Publisher.ItemsAsync()).GetRawText());
    }

    [Fact]
    public async Task A_held_comment_is_published_when_a_moderator_approves_it()
    {
        var comment = Decide.Comment();
        await Publisher.DeliverAsync(Decide.Hold(comment));
        Publisher.Clock.Advance(TimeSpan.FromHours(1));

        await Publisher.DeliverAsync(Decide.Approve(comment, sequence: 2));

        var item = Assert.Single(await Publisher.ItemsAsync());
        Assert.Equal(Publisher.Clock.Now, item.GetProperty("publishedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Refuses_to_publish_for_a_site_it_does_not_know()
    {
        var comment = Decide.Comment(site: "nowhere");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Publisher.DeliverAsync(Decide.Approve(comment)));

        Assert.Contains(comment.CommentId.ToString(), refusal.Message, StringComparison.Ordinal);
    }

    private static Guid Id(System.Text.Json.JsonElement item) => item.GetProperty("id").GetGuid();
}
