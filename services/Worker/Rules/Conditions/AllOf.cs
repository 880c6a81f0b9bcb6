namespace Moderation.Worker.Rules.Conditions;

/// <summary>Every one of several conditions: <c>all: [..]</c>, or the keys of one map.</summary>
internal sealed class AllOf(IReadOnlyList<ICondition> parts) : ICondition
{
    public IReadOnlyList<ICondition> Parts => parts;

    public bool? Holds(Draft draft)
    {
        bool? all = true;
        for (var number = 0; number < parts.Count; number++)
        {
            switch (parts[number].Holds(draft))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
            }
        }

        return all;
    }

    public void Explain(Draft draft, Evidence evidence)
    {
        foreach (var part in parts)
        {
            part.Explain(draft, evidence);
        }
    }
}
