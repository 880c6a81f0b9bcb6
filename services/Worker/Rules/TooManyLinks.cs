using Moderation.Contracts;

namespace Moderation.Worker.Rules;

/// <summary>More web links in the text than the limit.</summary>
internal sealed class TooManyLinks(double score, int limit) : IRule
{
    public static TooManyLinks From(Settings settings) => new(settings.Number("score"), settings.Count("limit"));

    public Finding? Evaluate(Draft draft)
    {
        var links = draft.Text.Links;
        if (links.Count <= limit)
        {
            return null;
        }

        return new Finding
        {
            Rule = nameof(TooManyLinks),
            Score = score,
            Reason = $"{links.Count} {(links.Count == 1 ? "link" : "links")}; the limit is {limit}.",
            Labels = [Labels.Links],
            Spans = Spans.In(Spans.Body, links),
        };
    }
}
