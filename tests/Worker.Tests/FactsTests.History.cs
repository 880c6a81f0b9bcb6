using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

// What became of an author's comments.
public abstract partial class FactsTests
{
    [Fact]
    public async Task The_history_of_an_author_counts_each_comment_once()
    {
        var (one, two) = (SomeComment.With(site: _site.Id), SomeComment.With(site: _site.Id));

        await Remember(one, "approved", 1);
        await Remember(one, "approved", 1);
        await Remember(two, "rejected", 1);

        Assert.Equal((1, 1), await History());
    }

    [Fact]
    public async Task A_reversed_decision_moves_the_comment()
    {
        var comment = SomeComment.With(site: _site.Id);
        await Remember(comment, "approved", 1);

        await Remember(comment, "rejected", 2);
        var reversed = await History();
        await Remember(comment, "approved", 3);
        await Remember(comment, "rejected", 2);

        Assert.Equal((0, 1), reversed);
        Assert.Equal((1, 0), await History());
    }

    [Fact]
    public async Task What_a_moderator_takes_back_counts_for_nothing_until_it_is_decided_again()
    {
        var comment = SomeComment.With(site: _site.Id);
        await Remember(comment, "approved", 2);

        await Remember(comment, "held", 3);
        await Remember(comment, "approved", 2);
        var takenBack = await History();
        await Remember(comment, "rejected", 4);

        Assert.Equal((0, 0), takenBack);
        Assert.Equal((0, 1), await History());
    }

    [Fact]
    public async Task A_decision_that_comes_after_it_was_taken_back_counts_for_nothing()
    {
        var comment = SomeComment.With(site: _site.Id);

        await Remember(comment, "held", 3);
        await Remember(comment, "approved", 2);

        Assert.Equal((0, 0), await History());
    }

    [Fact]
    public async Task Of_two_first_decisions_the_earlier_stands()
    {
        var comment = SomeComment.With(site: _site.Id);

        await Remember(comment, "rejected", 1, at: 2_000);
        await Remember(comment, "approved", 1, at: 1_000);
        await Remember(comment, "rejected", 1, at: 3_000);

        Assert.Equal((1, 0), await History());
    }

    [Fact]
    public async Task An_author_without_an_email_has_no_history()
    {
        await Remember(SomeComment.With(site: _site.Id, email: null), "approved", 1);

        Assert.Empty(await Keys());
    }
}
