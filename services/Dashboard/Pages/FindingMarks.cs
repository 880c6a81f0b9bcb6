using Moderation.Contracts;

namespace Moderation.Dashboard.Pages;

/// <summary>Where the findings of a verdict are marked in a field. What rules on trial say is not.</summary>
internal static class FindingMarks
{
    /// <summary>A model's word for what another rule has marked anyway would only cut that mark into pieces, and is left out.</summary>
    /// <param name="verdict">Of the comment.</param>
    /// <param name="field">As findings spell it: <c>body</c>, <c>author.name</c>, <c>author.url</c>.</param>
    public static IEnumerable<MarkedText.Mark> Of(Verdict verdict, string field)
    {
        var found = verdict.Findings.Index().SelectMany(of => of.Item.Spans.Where(span => span.Field == field), (of, span) => (of.Index, of.Item, Span: span)).ToList();
        var ofRules = found.Where(one => one.Item.Probability is null).Select(one => one.Span).ToList();
        return found
            .Where(one => one.Item.Probability is null || !ofRules.Exists(span => Touch(span, one.Span)))
            .Select(one => MarkedText.Mark.Of(one.Span, one.Index, one.Item.Score == 0));
    }

    private static bool Touch(Span one, Span other) => one.Start < (long)other.Start + other.Length && other.Start < (long)one.Start + one.Length;
}
