using Moderation.Contracts;

namespace Moderation.Dashboard.Decisions;

/// <summary>What a moderator's decision teaches.</summary>
internal static class Teaching
{
    private static readonly HashSet<string> _ofSpam = new(StringComparer.Ordinal)
    {
        Labels.Spam, Labels.Promotion, Labels.Links, Labels.Contact, Labels.Repeat, Labels.Flood, Labels.Gibberish,
    };

    // They say who wrote it or how we are, and nothing of the text.
    private static readonly HashSet<string> _ofNoText = new(StringComparer.Ordinal) { Labels.LimitsDegraded, Labels.NewAuthor, Labels.Blocked, Labels.Trusted };

    /// <param name="decision">As it goes to the bus.</param>
    /// <param name="made">What the moderator did, or what brought about what they went back to.</param>
    /// <returns>Null when it was no moderator's.</returns>
    public static CommentTaught? Of(IDecision decision, MadeDecision made)
    {
        if (!ModeratorDecision.Knows(made.Decision) || !IsModerator(decision.DecidedBy))
        {
            return null;
        }

        var (isAbuse, isSpam) = Says(made, decision.Verdict);
        return new CommentTaught
        {
            Comment = decision.Comment,
            Sequence = decision.Sequence,
            IsAbuse = isAbuse,
            IsSpam = isSpam,
            DecidedBy = decision.DecidedBy,
            DecidedAt = decision.DecidedAt,
        };
    }

    // Whoever goes back to what the rules or an archive said has said nothing of their own.
    private static (bool? IsAbuse, bool? IsSpam) Says(MadeDecision made, Verdict verdict) => !IsModerator(made.By) ? (null, null) : made.Decision switch
    {
        ModeratorDecision.Approve => (false, false),
        ModeratorDecision.Spam => (null, true),
        ModeratorDecision.Reject => made.Reason switch
        {
            DecisionReasons.Abusive or DecisionReasons.Illegal => (true, null),
            DecisionReasons.Spam => (null, true),
            null => IsOnlySpam(verdict) ? (null, true) : (true, null),
            _ => (null, null),
        },
        _ => (null, null),
    };

    private static bool IsModerator(string by) => by is not (IDecision.Rules or IDecision.Import);

    private static bool IsOnlySpam(Verdict verdict)
    {
        var labels = verdict.Findings.SelectMany(finding => finding.Labels).Where(label => !_ofNoText.Contains(label)).ToList();
        return labels.Count > 0 && labels.TrueForAll(_ofSpam.Contains);
    }
}

/// <summary>What was done on a case.</summary>
/// <param name="Decision">One of <see cref="ModeratorDecision"/>'s.</param>
/// <param name="Reason">One of <see cref="DecisionReasons"/>; null without one.</param>
/// <param name="By"><see cref="IDecision.Rules"/>, <see cref="IDecision.Import"/> or a user name.</param>
internal sealed record MadeDecision(string Decision, string? Reason, string By);
