using Moderation.Worker;
using Moderation.Worker.Trials;

namespace Moderation.Standalone.Trials;

/// <summary>Where verdicts go, one at a time.</summary>
internal interface IVerdicts
{
    /// <param name="comment">What was judged.</param>
    /// <param name="judgement">Null when the comment is refused.</param>
    void Write(TrialComment comment, Judgement? judgement);
}
