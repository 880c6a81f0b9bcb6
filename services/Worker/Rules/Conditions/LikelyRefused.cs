using Moderation.Learning;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>
/// What moderators are likely to refuse. Its rule scores as much as that is likely. It fills <c>{learned}</c> and <c>{learned-words}</c>.
/// </summary>
/// <param name="head">What they would refuse it as.</param>
/// <param name="from">The least probability that counts.</param>
/// <param name="untaught">The least that counts until the site's own moderators have taught it.</param>
internal sealed class LikelyRefused(Head head, double from, double untaught) : ICondition
{
    public IReadOnlyList<string> Placeholders { get; } = [Likelihood.Likely, Likelihood.Words];

    public bool IsLearned => true;

    public Head? Learned => head;

    public bool? Holds(Draft draft) =>
        draft.Text.ProbabilityOf(head) is { } probability ? probability >= (draft.Text.IsLearnedHere(head) ? from : untaught) : null;

    public void Explain(Draft draft, Evidence evidence)
    {
        if (draft.Text.ProbabilityOf(head) is not { } probability || !evidence.IsLikeliest(probability))
        {
            return;
        }

        var likely = Likelihood.Percent(probability);
        evidence.Tell(Likelihood.Likely, likely, likely);
        var spans = draft.Text.Model.Explain(draft.Text.Body, head);
        var words = string.Join(", ", spans
            .Select(span => Quotes.Piece(draft.Text.Comment.Body.Substring(span.Start, span.Length)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(piece => $"“{piece}”"));
        // Without a single word that stands out it is the text as a whole.
        evidence.Tell(Likelihood.Words, words is "" ? "the text as a whole" : words, words is "" ? "पूरा पाठ" : words);
        foreach (var span in spans)
        {
            evidence.Mark(Field.Body, span);
        }
    }
}
