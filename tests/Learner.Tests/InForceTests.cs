using Moderation.Learner.Log;

namespace Moderation.Learner.Tests;

/// <summary>What of a log counts.</summary>
public class InForceTests
{
    private readonly List<Taught> _taught = [];
    private readonly List<Change> _changes = [];
    private long _newest;

    [Fact]
    public void A_comment_counts_in_its_last_state_at_the_place_of_that()
    {
        Learn("a", 2, isAbuse: true);
        Learn("b", 2, isAbuse: false);
        Learn("a", 3, isAbuse: false);

        Assert.Equal(["b2", "a3"], Lessons());
    }

    [Fact]
    public void What_comes_late_changes_nothing()
    {
        Learn("a", 3, isAbuse: true);
        Learn("a", 2, isAbuse: false);

        Assert.Equal(["a3"], Lessons());
    }

    [Fact]
    public void A_comment_that_teaches_nothing_any_more_does_not_count()
    {
        Learn("a", 2, isAbuse: true);
        Learn("a", 3, isAbuse: null);

        Assert.Empty(Lessons());
    }

    [Fact]
    public void Without_a_moderator_the_others_last_word_counts()
    {
        Learn("a", 2, isAbuse: false, by: "asha");
        Learn("a", 3, isAbuse: true, by: "mallory");
        Learn("b", 2, isAbuse: true, by: "mallory");
        Leave("mallory");
        Learn("c", 2, isAbuse: true, by: "mallory");

        Assert.Equal(["a2"], Lessons());
        Assert.Equal(["a3", "b2", "c2"], Now().LeftOut["mallory"].Select(Name));

        Take("mallory");

        Assert.Equal(["a3", "b2", "c2"], Lessons());
        Assert.Empty(Now().LeftOut);
    }

    [Fact]
    public void Going_back_sets_aside_what_came_after_and_learning_goes_on_from_there()
    {
        Learn("a", 2, isAbuse: true);
        var then = _newest;
        Learn("a", 3, isAbuse: false);
        Learn("b", 2, isAbuse: true);
        Leave("asha");
        GoBack(then);

        Assert.Equal(["a2"], Lessons());
        Assert.Empty(Now().LeftOut);

        Learn("c", 2, isAbuse: true);
        Learn("b", 3, isAbuse: false);

        Assert.Equal(["a2", "c2", "b3"], Lessons());
    }

    [Fact]
    public void Going_back_can_be_gone_back_on()
    {
        Learn("a", 2, isAbuse: true);
        var first = _newest;
        Learn("b", 2, isAbuse: true);
        var second = _newest;
        GoBack(first);
        Learn("c", 2, isAbuse: true);
        var third = _newest;
        GoBack(second);

        Assert.Equal(["a2", "b2"], Lessons());

        GoBack(third);

        Assert.Equal(["a2", "c2"], Lessons());
    }

    [Fact]
    public void At_most_so_many_of_the_newest_count_and_old_ones_go_in_tens()
    {
        for (var number = 1; number <= 201; number++)
        {
            Learn($"c{number:000}-", 2, isAbuse: true);
            Assert.InRange(Lessons().Count, Math.Min(number, 91), 100);
        }

        Assert.Equal("c111-2", Lessons()[0]);
        Assert.Equal("c201-2", Lessons()[^1]);
    }

    private void Learn(string comment, long sequence, bool? isAbuse, string by = "asha") => _taught.Add(
        new Taught { Number = ++_newest, CommentId = comment, Sequence = sequence, IsAbuse = isAbuse, IsSpam = null, Moderator = by });

    private void Leave(string moderator) => _changes.Add(new Change(++_newest, Causes.LeftOut, null, moderator, "admin"));

    private void Take(string moderator) => _changes.Add(new Change(++_newest, Causes.TakenIn, null, moderator, "admin"));

    private void GoBack(long target) => _changes.Add(new Change(++_newest, Causes.WentBack, target, null, "admin"));

    private InForce Now() => InForce.Of(_newest, _changes, _taught, most: 100);

    private List<string> Lessons() => [.. Now().Lessons.Select(Name)];

    private static string Name(Taught taught) => $"{taught.CommentId}{taught.Sequence}";
}
