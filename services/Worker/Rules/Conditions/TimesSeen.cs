using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>How often the text was seen before: <c>seen: "&gt; 1"</c>. It fills <c>{seen}</c>, <c>{seen-limit}</c> and <c>{window}</c>.</summary>
internal sealed class TimesSeen(string name, Comparison comparison, TimeSpan window, Func<Facts.KnownFacts, long> read) : ICondition
{
    public IReadOnlyList<string> Placeholders { get; } = [name, $"{name}-limit", "window"];

    public static ConditionReader Of(Func<Facts.KnownFacts, long> read) =>
        (setting, context) => new TimesSeen(setting.Name, setting.Comparison(), context.Limits.RepeatWindow, read);

    public bool? Holds(Draft draft) => draft.HasFacts ? comparison.Holds(read(draft.Facts)) : null;

    public void Explain(Draft draft, Evidence evidence)
    {
        evidence.Tell(name, read(draft.Facts));
        evidence.Tell($"{name}-limit", comparison.Limit);
        evidence.Tell("window", Durations.InEnglish(window), Durations.InHindi(window));
    }
}
