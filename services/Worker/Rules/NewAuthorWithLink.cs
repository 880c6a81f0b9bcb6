using Moderation.Contracts;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Rules;

/// <summary>A web link from an author of whom nothing has been approved yet. Who leaves no email is always new.</summary>
internal sealed class NewAuthorWithLink(double score) : IRule
{
    public static NewAuthorWithLink From(Settings settings) => new(settings.Number("score"));

    public Finding? Evaluate(Draft draft)
    {
        var links = draft.Text.Links;
        // Without facts nobody can be called new.
        if (links.Count == 0 || draft.Facts.Approved > 0 || draft.Facts.State is not FactsState.Complete)
        {
            return null;
        }

        return new Finding
        {
            Rule = nameof(NewAuthorWithLink),
            Score = score,
            Reason = "A link from an author of whom nothing has been approved yet.",
            Labels = [Labels.NewAuthor, Labels.Links],
            Spans = Spans.In(Spans.Body, links),
        };
    }
}
