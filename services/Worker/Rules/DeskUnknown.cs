using Moderation.Contracts;

namespace Moderation.Worker.Rules;

/// <summary>
/// What was changed at the desk could not be read since this worker started, so a word that was added there may be missing.
/// As <see cref="LimitsDegraded"/>, it holds and never rejects.
/// </summary>
internal static class DeskUnknown
{
    public static Finding? Evaluate(Draft draft, double missing)
    {
        if (!draft.DeskIsUnknown)
        {
            return null;
        }

        return new Finding
        {
            Rule = nameof(DeskUnknown),
            Score = Math.Max(0, missing),
            Reason = "The rules changed at the desk could not be read yet, so a person should look.",
            Translations = new Dictionary<string, string> { ["hi"] = "डेस्क पर बदले गए नियम अभी पढ़े नहीं जा सके, इसलिए कोई व्यक्ति देखे।" },
            Labels = [Labels.LimitsDegraded],
            Spans = [],
        };
    }
}
