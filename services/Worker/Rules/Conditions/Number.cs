using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>A number that is compared: <c>length: "&gt; 500"</c>. It fills <c>{length}</c> and <c>{length-limit}</c>.</summary>
/// <param name="name">As rule files call it.</param>
/// <param name="comparison">What is asked of the number.</param>
/// <param name="isShare">Whether it is a share, told in percent.</param>
/// <param name="read">The number; null when it is not known.</param>
internal sealed class Number(string name, Comparison comparison, bool isShare, Func<Draft, double?> read) : ICondition
{
    public IReadOnlyList<string> Placeholders { get; } = [name, $"{name}-limit"];

    public static ConditionReader Of(Func<Draft, double?> read) => (setting, _) => new Number(setting.Name, setting.Comparison(), false, read);

    public static ConditionReader Share(Func<Draft, double?> read) => (setting, _) => new Number(setting.Name, setting.Comparison(), true, read);

    public bool? Holds(Draft draft) => read(draft) is { } number ? comparison.Holds(number) : null;

    public void Explain(Draft draft, Evidence evidence)
    {
        if (read(draft) is not { } number)
        {
            return;
        }

        if (isShare)
        {
            evidence.Tell(Placeholders[0], Percent(number), Percent(number));
            evidence.Tell(Placeholders[1], Percent(comparison.Limit), Percent(comparison.Limit));
            return;
        }

        evidence.Tell(Placeholders[0], number);
        evidence.Tell(Placeholders[1], comparison.Limit);
    }

    private static string Percent(double share) => $"{Math.Round(share * 100)}%";
}
