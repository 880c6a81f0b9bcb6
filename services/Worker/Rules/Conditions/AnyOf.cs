namespace Moderation.Worker.Rules.Conditions;

/// <summary>At least one of several conditions.</summary>
internal sealed class AnyOf(IReadOnlyList<ICondition> parts) : ICondition
{
    public IReadOnlyList<ICondition> Parts => parts;

    public bool? Holds(Draft draft)
    {
        bool? any = false;
        for (var number = 0; number < parts.Count; number++)
        {
            switch (parts[number].Holds(draft))
            {
                case true:
                    return true;
                case null:
                    any = null;
                    break;
            }
        }

        return any;
    }

    // All tell their numbers, for the reason may name any of them; only those that hold mark something.
    public void Explain(Draft draft, Evidence evidence)
    {
        var wasQuiet = evidence.IsQuiet;
        foreach (var part in parts)
        {
            evidence.IsQuiet = wasQuiet || part.Holds(draft) is not true;
            part.Explain(draft, evidence);
        }

        evidence.IsQuiet = wasQuiet;
    }
}
