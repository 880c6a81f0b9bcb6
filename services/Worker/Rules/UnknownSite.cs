using Moderation.Contracts;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Rules;

/// <summary>The comment's site is missing from this worker's list of sites. As <see cref="LimitsDegraded"/>, it holds and never rejects.</summary>
internal static class UnknownSite
{
    public static Finding? Evaluate(Draft draft, double missing)
    {
        if (draft.Facts.State is not FactsState.UnknownSite)
        {
            return null;
        }

        return new Finding
        {
            Rule = nameof(UnknownSite),
            Score = Math.Max(0, missing),
            Reason = $"The worker does not know the site “{draft.Text.Comment.SiteId}”, so a person should look.",
            Translations = new Dictionary<string, string> { ["hi"] = $"यह सेवा साइट “{draft.Text.Comment.SiteId}” को नहीं जानती, इसलिए कोई व्यक्ति देखे।" },
            Labels = [Labels.LimitsDegraded],
            Spans = [],
        };
    }
}
