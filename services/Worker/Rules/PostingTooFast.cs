using Moderation.Contracts;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Rules;

/// <summary>More comments from one network address or one author than their rate allows.</summary>
internal sealed class PostingTooFast(double score, int burst, TimeSpan interval) : IRule
{
    public static PostingTooFast From(Settings settings) =>
        new(settings.Number("score"), settings.Positive("burst"), settings.Duration("interval"));

    public Finding? Evaluate(Draft draft)
    {
        var from = (draft.Facts.TooFast & (RateDimensions.Address | RateDimensions.Email)) switch
        {
            RateDimensions.Address | RateDimensions.Email => "this network address and this email",
            RateDimensions.Address => "this network address",
            RateDimensions.Email => "this email",
            _ => null,
        };
        if (from is null)
        {
            return null;
        }

        return new Finding
        {
            Rule = nameof(PostingTooFast),
            Score = score,
            Reason = $"Comments from {from} come too fast; the limit is {burst} at once, then one every {Durations.InWords(interval)}.",
            Labels = [Labels.Flood],
            Spans = [],
        };
    }
}
