using Moderation.Benchmarks.Quality;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>The model, and what it has to be better than.</summary>
internal static class Ways
{
    public static IEnumerable<Way> All(Judge judge, MeasuredSet set, IReadOnlyList<LabelledText> rows)
    {
        yield return OfRules(judge, set, rows[0]);
        yield return new Way("naive Bayes", texts => LearnNaiveBayes(texts, IsSo), IsSo);
        yield return new Way("model", texts => LearnModel(texts, IsSo, set.Head), IsSo);

        bool IsSo(LabelledText row) => row.Label == set.Label;
    }

    // They are asked what they say of this kind, without what was learned.
    private static Way OfRules(Judge judge, MeasuredSet set, LabelledText any) => new(
        "word rules",
        _ => row => judge.Hear(row).WithoutLearned().ScoreOf(set.Label),
        row => row.Label == set.Label,
        judge.Hear(any).Hold,
        AreProbabilities: false);

    private static Func<LabelledText, double> LearnNaiveBayes(IReadOnlyList<LabelledText> texts, Predicate<LabelledText> isSo)
    {
        var bayes = new NaiveBayes();
        foreach (var row in texts)
        {
            bayes.Learn(row.Text, isSo(row));
        }

        return row => bayes.Score(row.Text);
    }

    private static Func<LabelledText, double> LearnModel(IReadOnlyList<LabelledText> texts, Predicate<LabelledText> isSo, Head head)
    {
        var lessons = texts.Select(row => Teach(row, isSo(row), head)).ToList();
        // Nothing that was shipped: it has seen some of these texts.
        var model = Course.Teach(lessons, Model.Blank);
        return row => model.Score(TextView.Decoded(row.Text))[head];
    }

    private static Lesson Teach(LabelledText row, bool isSo, Head head) => new(
        TextView.Decoded(row.Text), head is Head.Abuse ? isSo : null, head is Head.Spam ? isSo : null);
}
