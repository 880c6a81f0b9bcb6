using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Learning.Tests;

public sealed class TrainerTests
{
    [Fact]
    public void The_same_lessons_in_the_same_order_give_the_same_bytes() =>
        Assert.Equal(Taught.Trainer().ToModel().Store(), Taught.Trainer().ToModel().Store());

    [Fact]
    public void What_was_learned_is_on_top_of_the_start()
    {
        var start = Taught.Trainer().ToModel();
        var trainer = new Trainer(start);
        for (var round = 0; round < 30; round++)
        {
            trainer.Learn(Taught.Abuse($"typical saucepan {round}"));
        }

        var model = trainer.ToModel();

        Assert.True(model.Score("a saucepan").Abuse > start.Score("a saucepan").Abuse + 0.1);
        Assert.True(model.Score("what a kettle you are").Abuse > 0.8);
    }

    [Fact]
    public void Without_a_lesson_it_is_the_start()
    {
        var start = Taught.Trainer().ToModel();

        Assert.Equal(start.Version, new Trainer(start).ToModel().Version);
    }

    [Fact]
    public void A_lesson_that_says_nothing_of_a_head_leaves_it_alone()
    {
        var trainer = new Trainer();

        trainer.Learn(Taught.Spam("buy umbrellas"));

        Assert.Equal(0.5, trainer.Score(TextView.Decoded("buy umbrellas")).Abuse);
        Assert.True(trainer.Score(TextView.Decoded("buy umbrellas")).Spam > 0.5);
    }

    [Fact]
    public void A_head_that_is_not_to_count_stays_as_it_was()
    {
        var start = Taught.Trainer().ToModel();
        var trainer = new Trainer(start);
        trainer.Learn(Taught.Fine("you are such a kettle, buy umbrellas"));

        var model = trainer.ToModel(abuseCounts: false);

        Assert.Equal(start.Score("such a kettle").Abuse, model.Score("such a kettle").Abuse);
        Assert.True(model.Score("buy umbrellas").Spam < start.Score("buy umbrellas").Spam);
    }

    [Fact]
    public void Each_lesson_is_scored_before_it_is_learned()
    {
        var trainer = new Trainer();

        Assert.Equal(0.5, trainer.Learn(Taught.Abuse("a kettle")).Abuse);
        Assert.True(trainer.Learn(Taught.Abuse("a kettle")).Abuse > 0.5);
    }

    [Fact]
    public void A_weightier_lesson_moves_more() => Assert.True(After(weight: 2) > After(weight: 1));

    [Fact]
    public void What_scores_meant_so_far_makes_the_probabilities()
    {
        // Right in half of the cases: whatever the weights say, it is no more likely than that.
        var random = new Random(3);
        var trainer = new Trainer();
        for (var round = 0; round < 400; round++)
        {
            trainer.Learn(new Lesson(TextView.Decoded($"a kettle {random.Next(1000)}"), random.Next(2) == 0, null));
        }

        Assert.InRange(trainer.ToModel().Score("a kettle").Abuse, 0.35, 0.65);
    }

    [Fact]
    public void A_sigmoid_is_found_again_in_what_it_made()
    {
        var random = new Random(5);
        var seen = Enumerable.Range(0, 20_000).Select(_ => random.NextDouble() * 8 - 4)
            .Select(score => (score, random.NextDouble() < 1 / (1 + Math.Exp(-(0.6 * score - 0.4))), 1.0)).ToList();

        var (slope, offset) = Calibration.Fit(seen, 1, 0);

        Assert.InRange(slope, 0.55, 0.65);
        Assert.InRange(offset, -0.45, -0.35);
    }

    [Fact]
    public void One_step_is_as_McMahan_and_others_write_it()
    {
        // n = g², z = g, w = -z / ((beta + |g|) / alpha), with beta 0.001, alpha 0.1 and g 0.5.
        var weights = new FollowTheLeader(new float[2], rate: 0.1, sparsity: 0, restraint: 0);

        weights.Learn(1, 0.5);

        Assert.Equal(-0.5 / (0.501 / 0.1), weights[1], 5);
        Assert.Equal(0, weights[0]);
    }

    private static double After(double weight)
    {
        var trainer = new Trainer();
        trainer.Learn(Taught.Abuse("a kettle") with { Weight = weight });
        return trainer.Score(TextView.Decoded("a kettle")).Abuse;
    }
}
