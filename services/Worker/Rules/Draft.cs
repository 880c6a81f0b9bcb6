using Moderation.Worker.Facts;

namespace Moderation.Worker.Rules;

/// <summary>All that a rule may look at.</summary>
/// <param name="Text">The comment and its readings.</param>
/// <param name="Facts">What is known beyond the text.</param>
internal sealed record Draft(CommentText Text, KnownFacts Facts);
