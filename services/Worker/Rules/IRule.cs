using Moderation.Contracts;

namespace Moderation.Worker.Rules;

/// <summary>One thing to spot. Pure: the same draft always gives the same finding, and nothing is changed.</summary>
internal interface IRule
{
    /// <summary>What speaks for or against the comment, or null when the rule has nothing to say.</summary>
    Finding? Evaluate(Draft draft);
}
