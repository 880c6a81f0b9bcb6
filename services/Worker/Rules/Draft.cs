using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Rules;

/// <summary>All that a rule may look at.</summary>
/// <param name="Text">The comment and its readings.</param>
/// <param name="Facts">What is known beyond the text.</param>
/// <param name="Site">The comment's site; null when it is in no list.</param>
/// <param name="DeskIsUnknown">Whether what was changed at the desk could not be read yet, so that the rules may not be those in force.</param>
internal sealed record Draft(CommentText Text, KnownFacts Facts, Site? Site = null, bool DeskIsUnknown = false)
{
    /// <summary>Whether what is counted over many comments is known.</summary>
    public bool HasFacts => Facts.State is FactsState.Complete;
}
