using Moderation.Contracts;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Rules;

/// <summary>
/// The facts could not be looked up, so what the other rules say is not enough to approve. It adds what is missing to
/// the hold band and no more: nobody is rejected because a server is down.
/// </summary>
internal static class LimitsDegraded
{
    public static Finding? Evaluate(Draft draft, double missing)
    {
        if (draft.Facts.State is not FactsState.Degraded)
        {
            return null;
        }

        return new Finding
        {
            Rule = nameof(LimitsDegraded),
            Score = Math.Max(0, missing),
            Reason = "The rate limits could not be checked, so a person should look.",
            Translations = new Dictionary<string, string> { ["hi"] = "दर की सीमाएँ जाँची नहीं जा सकीं, इसलिए कोई व्यक्ति देखे।" },
            Labels = [Labels.LimitsDegraded],
            Spans = [],
        };
    }
}
