using Moderation.Learner.Log;
using Moderation.Learner.Pupils;
using Moderation.Learner.Tests.Setup;
using Moderation.Learning;

namespace Moderation.Learner.Tests;

/// <summary>How a site's lessons are learned.</summary>
public class PupilTests
{
    private readonly Pupil _pupil = new(Model.Blank, new LearningOptions());
    private long _number;

    [Fact]
    public void What_was_learned_counts_from_fifty_of_each_kind_on()
    {
        Learn(99, n => n % 2 == 0 ? Teach.Fine(n) : Teach.Abuse(n));
        Assert.False(_pupil.Abuse.Counts);
        Assert.Equal(Model.Blank.Store(), _pupil.ToModel().Store());

        Learn(1, n => Teach.Abuse(n));

        Assert.True(_pupil.Abuse.Counts);
        Assert.False(_pupil.Spam.Counts);
        var model = _pupil.ToModel();
        Assert.True(model.Score(View(Teach.Abuse(1000))).Abuse > 0.5);
        Assert.True(model.Score(View(Teach.Fine(1000))).Abuse < 0.5);
        Assert.Equal(Model.Blank.Score(View(Teach.Spam(1000))).Spam, model.Score(View(Teach.Spam(1000))).Spam);
    }

    [Fact]
    public void The_same_text_with_the_same_answer_teaches_once()
    {
        var (once, often) = (new Pupil(Model.Blank, new LearningOptions { Needed = 1 }), new Pupil(Model.Blank, new LearningOptions { Needed = 1 }));
        foreach (var taught in Teach.InTurn(0, 20, "asha"))
        {
            Learn(once, taught.Comment.Body, taught.IsAbuse, taught.IsSpam);
            for (var time = 0; time < 5; time++)
            {
                Learn(often, time % 2 == 0 ? taught.Comment.Body : taught.Comment.Body.ToUpperInvariant(), taught.IsAbuse, taught.IsSpam);
            }
        }

        Assert.Equal(once.ToModel().Store(), often.ToModel().Store());
        Assert.Equal((20, 100), (often.Lessons, often.Taken));
        Learn(often, Teach.Abuse(1).Comment.Body, isAbuse: false, isSpam: false);
        Assert.Equal(21, often.Lessons);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(9, 4, 1.8)]
    [InlineData(100, 4, 4)]
    [InlineData(4, 100, 1)]
    public void The_rarer_kind_weighs_more_up_to_four_times(int fine, int refused, double expected)
    {
        var head = new HeadRecord(50);
        for (var n = 0; n < fine + refused; n++)
        {
            head.Add(isRefused: n >= fine, 0.5, 0.5, n + 1);
        }

        Assert.Equal(expected, head.BalanceOf(isRefused: true));
    }

    [Fact]
    public void One_moderator_alone_moves_no_more_than_the_others_and_a_first_share()
    {
        var alone = new ModeratorRecord();
        for (var n = 1; n <= 1000; n++)
        {
            var weight = alone.WeightOfNext(all: alone.Weight, ofOne: 250);
            Assert.Equal(n <= 250 ? 1 : 250.0 / n, weight, 12);
            alone.Add(weight, isRefused: true, isTold: true);
        }

        // Beside 800 lessons of others the next one is no more than one of many.
        Assert.Equal(1, alone.WeightOfNext(all: alone.Weight + 800, ofOne: 250));
    }

    [Fact]
    public void Each_decision_is_told_before_it_is_learned()
    {
        Learn(1, n => Teach.Abuse(n));
        // Nothing is known yet: one half is refused.
        Assert.Equal(1, _pupil.Abuse.Accuracy);
        Learn(1, n => Teach.Fine(n));
        Assert.Equal(0.5, _pupil.Abuse.Accuracy);

        Learn(600, n => n % 3 == 0 ? Teach.Abuse(n) : Teach.Fine(n));

        var report = _pupil.Abuse.Report("abuse");
        Assert.Equal(500, report.Predictions.Decisions);
        Assert.InRange(report.Predictions.Accuracy, 0.9, 1);
        Assert.InRange(report.Predictions.Precision!.Value, 0.9, 1);
        Assert.InRange(report.Predictions.Recall!.Value, 0.9, 1);
        // What knows nothing calls everything refused.
        Assert.Equal(1.0 / 3, report.OfBaseline.Accuracy, 2);
        Assert.Equal(1, report.OfBaseline.Recall);
        Assert.Equal(100, report.Course.Count);
        Assert.Equal(602, report.Course[^1].Lessons);
        Assert.True(report.Course.Zip(report.Course.Skip(1)).All(pair => pair.First.Lessons < pair.Second.Lessons));
        Assert.True(report.Course[^1].Accuracy > report.Course[^1].OfBaseline);
    }

    [Fact]
    public void Is_the_same_whoever_learns_it()
    {
        var other = new Pupil(Model.Blank, new LearningOptions());
        foreach (var taught in Teach.InTurn(0, 300, "asha", "ravi"))
        {
            Learn(_pupil, taught.Comment.Body, taught.IsAbuse, taught.IsSpam, taught.DecidedBy);
            Learn(other, taught.Comment.Body, taught.IsAbuse, taught.IsSpam, taught.DecidedBy);
        }

        Assert.Equal(_pupil.ToModel().Store(), other.ToModel().Store());
        Assert.NotEqual(Model.Blank.Store(), other.ToModel().Store());
    }

    private void Learn(int count, Func<int, Contracts.CommentTaught> taught)
    {
        for (var n = 0; n < count; n++)
        {
            var lesson = taught((int)_number);
            Learn(_pupil, lesson.Comment.Body, lesson.IsAbuse, lesson.IsSpam);
        }
    }

    private void Learn(Pupil pupil, string text, bool? isAbuse, bool? isSpam, string by = "asha")
    {
        _number++;
        pupil.Learn(new Taught { Number = _number, CommentId = $"{_number}", Sequence = 2, IsAbuse = isAbuse, IsSpam = isSpam, Moderator = by }, text);
    }

    private static Text.TextView View(Contracts.CommentTaught taught) => Text.TextView.Decoded(taught.Comment.Body);
}
