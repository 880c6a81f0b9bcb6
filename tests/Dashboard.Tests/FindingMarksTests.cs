using Moderation.Contracts;
using Moderation.Dashboard.Pages;

namespace Moderation.Dashboard.Tests;

public class FindingMarksTests
{
    [Fact]
    public void What_a_model_says_of_words_that_a_rule_has_marked_cuts_no_mark_into_pieces()
    {
        var rule = Of("SpamPhrases", null, (4, 10));
        var model = Of("LearnedSpam", 0.9, (0, 3), (4, 4), (13, 5), (14, 3));

        var marks = FindingMarks.Of(Samples.Verdict(5, model, rule), "body");

        Assert.Equal([(0, 3, 0), (14, 3, 0), (4, 10, 1)], marks.Select(mark => (mark.Start, mark.Length, mark.By)));
    }

    [Fact]
    public void Only_what_is_in_the_field_is_marked() =>
        Assert.Empty(FindingMarks.Of(Samples.Verdict(5, Of("BannedWords", null, (0, 3))), "author.name"));

    private static Finding Of(string rule, double? probability, params (int Start, int Length)[] spans) => new()
    {
        Rule = rule,
        Score = 5,
        Probability = probability,
        Reason = "A reason.",
        Labels = [],
        Spans = [.. spans.Select(span => new Span { Field = "body", Start = span.Start, Length = span.Length })],
    };
}
