using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Text;
using Moderation.Worker.Authors;
using Moderation.Worker.Facts;
using Moderation.Worker.Tests.Setup;
using StackExchange.Redis;

namespace Moderation.Worker.Tests;

// What an author had erased.
public abstract partial class FactsTests
{
    private static readonly DateTimeOffset _erasedAt = DateTimeOffset.UnixEpoch.AddDays(20_000);

    [Fact]
    public async Task An_erased_author_leaves_nothing_but_the_time_of_it()
    {
        var comment = SomeComment.With("A fine report, and at last somebody asked the people of the village.", site: _site.Id);
        await ReadOf(comment);
        await Remember(comment, "approved", 1);

        await Erase(comments: comment.CommentId);

        var author = AuthorKey.Of(_site, comment.Author.Email);
        var left = (await Keys()).Keys;
        Assert.DoesNotContain(left, key => key.Contains($"{comment.CommentId:N}", StringComparison.Ordinal));
        Assert.Equal(RedisKeys.Author(_site.Id, author).ToString(), Assert.Single(left, key => key.Contains(author!, StringComparison.Ordinal)));
        Assert.Equal(new HashEntry("erasedAt", _erasedAt.ToUnixTimeMilliseconds()), Assert.Single(await _redis.GetDatabase().HashGetAllAsync(RedisKeys.Author(_site.Id, author))));
        Assert.NotNull(await _redis.GetDatabase().KeyTimeToLiveAsync(RedisKeys.Author(_site.Id, author)));
    }

    [Fact]
    public async Task A_comment_from_before_the_erasure_has_no_facts_and_counts_nowhere()
    {
        await Erase();
        var before = await Keys();

        var facts = await ReadOf(SomeComment.With(site: _site.Id) with { SubmittedAt = _erasedAt });

        Assert.Equal(FactsState.Erased, facts.State);
        Assert.Equal(before.Keys.Order(), (await Keys()).Keys.Order());
    }

    [Fact]
    public async Task A_comment_that_was_judged_before_the_erasure_is_not_judged_again()
    {
        var comment = SomeComment.With(site: _site.Id);
        await ReadOf(comment);

        await Erase();

        Assert.Equal(FactsState.Erased, (await ReadOf(comment)).State);
    }

    [Fact]
    public async Task A_comment_from_after_the_erasure_is_of_a_new_author()
    {
        var old = SomeComment.With(site: _site.Id);
        await Remember(old, "approved", 1);
        await Erase();
        await Remember(old, "approved", 2);
        var comment = SomeComment.With(site: _site.Id) with { SubmittedAt = _erasedAt.AddMilliseconds(1) };

        var facts = await ReadOf(comment);
        await Remember(comment, "approved", 1);

        Assert.Equal((FactsState.Complete, 0), (facts.State, facts.Approved));
        Assert.Equal((1, 0), await History());
    }

    [Fact]
    public async Task An_erasure_delivered_again_leaves_what_came_since()
    {
        await Erase();
        await Remember(SomeComment.With(site: _site.Id) with { SubmittedAt = _erasedAt.AddMilliseconds(1) }, "approved", 1);

        await Erase();

        Assert.Equal((1, 0), await History());
    }

    [Fact]
    public async Task Another_author_keeps_their_history()
    {
        var other = SomeComment.With(site: _site.Id, email: "someone@example.com");
        await Remember(other, "approved", 1);

        await Erase();

        Assert.Equal((FactsState.Complete, 1), (await ReadOf(other)) is var facts ? (facts.State, facts.Approved) : default);
    }

    private Task Erase(params Guid[] comments) => new AuthorFacts(_redis).EraseAsync(new AuthorErased
    {
        ErasureId = Guid.CreateVersion7(),
        SiteId = _site.Id,
        AuthorKey = AuthorKey.Of(_site, SomeComment.With().Author.Email)!,
        ErasedAt = _erasedAt,
        CommentIds = comments,
    });

    private Task<KnownFacts> ReadOf(CommentSubmitted comment) =>
        Read(FactsQuery.Of(_site, comment, TextView.Clean(comment.Body), _limits, dryRun: false));
}
