using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>Something that is so or is not: <c>has-email: false</c>.</summary>
internal sealed class Flag(bool wanted, Func<Draft, bool> read) : ICondition
{
    public static ConditionReader Of(Func<Draft, bool> read) => (setting, _) => new Flag(setting.Flag(), read);

    public bool? Holds(Draft draft) => read(draft) == wanted;
}
