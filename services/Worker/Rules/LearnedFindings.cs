using Moderation.Contracts;

namespace Moderation.Worker.Rules;

/// <summary>
/// How far the findings of learned rules count. By themselves they hold and never reject; what was learned elsewhere never helps to reject; and what speaks for a comment outweighs only findings of
/// which none would hold it alone.
/// </summary>
/// <param name="bands">Those of the site.</param>
/// <param name="others">The sum of what all other rules say.</param>
internal readonly struct LearnedFindings(Bands bands, double others)
{
    // Scores are told with two decimals.
    private const double Least = 0.01;

    /// <summary>The finding as it counts beside these; null when it says nothing.</summary>
    /// <param name="findings">What counts so far.</param>
    /// <param name="learned">What a learned rule says.</param>
    /// <param name="isOfSite">Whether it was learned of the site's own moderators.</param>
    public Finding? Beside(List<Finding> findings, Finding learned, bool isOfSite)
    {
        var sum = 0.0;
        var highest = 0.0;
        foreach (var finding in findings)
        {
            sum += finding.Score;
            highest = Math.Max(highest, finding.Score);
        }

        if (learned.Score < 0)
        {
            return sum > 0 && highest < bands.Hold ? learned : null;
        }

        var most = (isOfSite && others >= bands.Hold) || others >= bands.Reject ? double.MaxValue : Math.Max(0, Math.Round(bands.Reject - Least - sum, 2));
        return learned.Score <= most ? learned : learned with { Score = most };
    }
}
