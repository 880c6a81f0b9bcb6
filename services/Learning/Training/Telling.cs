namespace Moderation.Learning.Training;

/// <summary>
/// How much each feature tells of a head, counted beforehand: the logarithm of how many times more often it stands in texts of one answer than of
/// the other, as naive Bayes weighs it. What tells nothing is not learned from (Wang and Manning, "Baselines and Bigrams: Simple, Good Sentiment
/// and Topic Classification", ACL 2012).
/// </summary>
internal static class Telling
{
    /// <param name="lessons">All of them tell of the head.</param>
    /// <param name="head">What they tell of.</param>
    /// <returns>A number for each feature, 0 or more.</returns>
    public static float[] Of(IReadOnlyList<Lesson> lessons, Head head)
    {
        var (yes, no) = (new float[1 << Model.Bits], new float[1 << Model.Bits]);
        var parts = new Parts();
        foreach (var lesson in lessons)
        {
            var counts = lesson[head] is true ? yes : no;
            parts.Read(lesson.Text.Text);
            for (var part = 0; part < parts.Count; part++)
            {
                foreach (var feature in parts[part])
                {
                    counts[feature] += (float)lesson.Weight;
                }
            }
        }

        // As if every feature had been seen once in each answer, in a lesson that counts as the one that counts most.
        var granted = (float)lessons.Max(lesson => lesson.Weight);
        var even = MathF.Log((WeightOf(true) + 2 * granted) / (WeightOf(false) + 2 * granted));
        for (var feature = 0; feature < yes.Length; feature++)
        {
            yes[feature] = MathF.Abs(MathF.Log((yes[feature] + granted) / (no[feature] + granted)) - even);
        }

        return yes;

        float WeightOf(bool isSo) => (float)lessons.Where(lesson => lesson[head] == isSo).Sum(lesson => lesson.Weight);
    }
}
