using Moderation.Learning.Measures;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Learning.Tests;

public sealed class CourseTests
{
    private static readonly Lesson[] _lessons =
    [
        .. Enumerable.Range(0, 60).Select(number => Lesson($"{Word(number)} rain {Word(number * 7)}", isAbuse: false)),
        .. Enumerable.Range(0, 20).Select(number => Lesson($"{Word(number)} glorbnax {Word(number * 7)}", isAbuse: true)),
    ];

    [Fact]
    public void The_order_of_the_lessons_changes_nothing() =>
        Assert.Equal(Course.Teach(_lessons, Model.Blank).Store(), Course.Teach([.. _lessons.Reverse()], Model.Blank).Store());

    [Fact]
    public void Texts_that_were_left_out_are_told_apart()
    {
        var scores = CrossValidation.Score(_lessons, 4, Model.Blank);

        var measure = Measure.Of(CrossValidation.Of(Head.Abuse, _lessons, scores));
        Assert.True(measure.Points[0].Confusion.Recall > 0.9, $"{measure}");
        Assert.Empty(CrossValidation.Of(Head.Spam, _lessons, scores));
    }

    [Fact]
    public void For_the_same_site_it_is_surest_of_what_tells_most()
    {
        var (here, elsewhere) = (Course.Teach(_lessons, Model.Blank), Course.Teach(_lessons, Model.Blank, TaughtFor.OtherSites));

        Assert.True(Odds(here) > 1.5 * Odds(elsewhere), $"{Odds(here)} {Odds(elsewhere)}");

        // How much more the telling word speaks than one that stands in both.
        static double Odds(Model model) => model.ScoreOf(Head.Abuse, TextView.Decoded("glorbnax")) - model.ScoreOf(Head.Abuse, TextView.Decoded("aaa"));
    }

    [Fact]
    public void A_head_of_which_one_answer_is_taught_stays_as_it_was()
    {
        var model = Course.Teach([.. _lessons.Where(lesson => lesson.IsAbuse is false)], Model.Blank);

        Assert.True(model.IsBlank);
    }

    [Fact]
    public void What_is_told_of_progress_is_about_what_was_announced()
    {
        var steps = 0;

        Course.Teach(_lessons, Model.Blank, learned: () => steps++);

        Assert.InRange(steps, Course.StepsOf(_lessons) * 0.9, Course.StepsOf(_lessons) * 1.1);
    }

    private static Lesson Lesson(string text, bool isAbuse) => new(TextView.Decoded(text), isAbuse, null);

    private static string Word(int number) => $"{(char)('a' + number % 26)}{(char)('a' + number / 2 % 26)}{(char)('a' + number / 3 % 26)}";
}
