using Moderation.Learning;

namespace Moderation.Worker.Rules;

/// <summary>One thing that may be so about a comment. Pure: the same draft always gives the same answer, and nothing is changed.</summary>
internal interface ICondition
{
    /// <summary>Names that it fills in a reason.</summary>
    IReadOnlyList<string> Placeholders => [];

    /// <summary>The conditions it is made of.</summary>
    IReadOnlyList<ICondition> Parts => [];

    /// <summary>Whether a model has a say in it, be it under <c>not</c>.</summary>
    bool IsLearned => Parts.Any(part => part.IsLearned);

    /// <summary>What of a model it goes by; null when it goes by none, or by all.</summary>
    Head? Learned => null;

    /// <summary>Null when it cannot be known: a server does not answer, or the form said nothing. What is not known speaks neither for nor against.</summary>
    bool? Holds(Draft draft);

    /// <summary>Tells what it saw. Asked only after its rule has spoken.</summary>
    void Explain(Draft draft, Evidence evidence)
    {
    }
}
