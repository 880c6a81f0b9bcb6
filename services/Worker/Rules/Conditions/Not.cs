namespace Moderation.Worker.Rules.Conditions;

/// <summary>The opposite of a condition. What is not known stays not known.</summary>
internal sealed class Not(ICondition condition) : ICondition
{
    public bool IsLearned => condition.IsLearned;

    public bool? Holds(Draft draft) => !condition.Holds(draft);
}
