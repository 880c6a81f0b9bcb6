using Moderation.Contracts;

namespace Moderation.Worker.Rules;

/// <summary>The same text again and again on one site, whoever sends it.</summary>
internal sealed class RepeatedText(double score, int limit, TimeSpan window) : IRule
{
    public static RepeatedText From(Settings settings) =>
        new(settings.Number("score"), settings.Count("limit"), settings.Duration("window"));

    public Finding? Evaluate(Draft draft)
    {
        var seen = draft.Facts.SeenBefore;
        if (seen <= limit)
        {
            return null;
        }

        return new Finding
        {
            Rule = nameof(RepeatedText),
            Score = score,
            Reason = $"The same text was already sent {seen} {(seen == 1 ? "time" : "times")} within {Durations.InWords(window)}; the limit is {limit}.",
            Labels = [Labels.Repeat],
            Spans = [],
        };
    }
}
