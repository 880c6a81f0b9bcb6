using Moderation.Contracts;

namespace Moderation.Dashboard.Rules;

/// <summary>What an overlay becomes, and in what two of them differ. An entry is known by site, list, language and its text, a rule by site and id.</summary>
internal static class OverlayEdits
{
    public static string KeyOf(WordChange change) => $"{change.Site}\n{change.List}\n{change.Language}\n{Folded(change.Entry)}";

    public static string KeyOf(RuleChange change) => $"{change.Site}\n{change.Rule}";

    public static RulesOverlay With(this RulesOverlay overlay, WordChange change) => overlay.Without(change) is var rest ? rest with { Words = [.. rest.Words, change] } : overlay;

    public static RulesOverlay With(this RulesOverlay overlay, RuleChange change) => overlay.Without(change) is var rest ? rest with { Rules = [.. rest.Rules, change] } : overlay;

    public static RulesOverlay Without(this RulesOverlay overlay, WordChange change) =>
        overlay with { Words = [.. overlay.Words.Where(word => KeyOf(word) != KeyOf(change))] };

    public static RulesOverlay Without(this RulesOverlay overlay, RuleChange change) =>
        overlay with { Rules = [.. overlay.Rules.Where(rule => KeyOf(rule) != KeyOf(change))] };

    /// <summary>The overlay with everything that is new or otherwise than before signed, and what is as before left as it was signed.</summary>
    public static RulesOverlay SignedBy(this RulesOverlay overlay, string by, DateTimeOffset at, RulesOverlay before)
    {
        var words = before.Words.ToDictionary(KeyOf);
        var rules = before.Rules.ToDictionary(KeyOf);
        return new RulesOverlay
        {
            Words =
            [
                .. overlay.Words.DistinctLast(KeyOf).Select(word => words.GetValueOrDefault(KeyOf(word)) is { } old && IsSame(old, word) ? old : word with { By = by, At = at }),
            ],
            Rules =
            [
                .. overlay.Rules.DistinctLast(KeyOf).Select(rule => rules.GetValueOrDefault(KeyOf(rule)) is { } old && IsSame(old, rule) ? old : rule with { By = by, At = at }),
            ],
        };
    }

    /// <summary>What of <paramref name="after"/> is not so in <paramref name="before"/>, and what was there and is no more.</summary>
    public static OverlayDifference Difference(RulesOverlay before, RulesOverlay after) => new(
        Differences(before.Words, after.Words, KeyOf, IsSame), Differences(before.Rules, after.Rules, KeyOf, IsSame));

    /// <summary>Somebody else saved meanwhile: their version with one's own changes on top.</summary>
    /// <param name="before">What both began with.</param>
    /// <param name="mine">One's own.</param>
    /// <param name="theirs">What was saved.</param>
    public static RulesOverlay Rebase(RulesOverlay before, RulesOverlay mine, RulesOverlay theirs)
    {
        var difference = Difference(before, mine);
        var words = difference.Words.Aggregate(theirs, (overlay, change) => change.After is { } word ? overlay.With(word) : overlay.Without(change.Before!));
        return difference.Rules.Aggregate(words, (overlay, change) => change.After is { } rule ? overlay.With(rule) : overlay.Without(change.Before!));
    }

    private static List<Edit<T>> Differences<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, T, bool> isSame)
        where T : class
    {
        var (old, now) = (before.DistinctLast(key).ToDictionary(key), after.DistinctLast(key).ToDictionary(key));
        return
        [
            .. now.Where(entry => old.GetValueOrDefault(entry.Key) is not { } was || !isSame(was, entry.Value)).Select(entry => new Edit<T>(old.GetValueOrDefault(entry.Key), entry.Value)),
            .. old.Where(entry => !now.ContainsKey(entry.Key)).Select(entry => new Edit<T>(entry.Value, null)),
        ];
    }

    private static bool IsSame(WordChange one, WordChange other) =>
        one.IsRemoved == other.IsRemoved
        && (one.IsRemoved || (one.Entry == other.Entry && (one.Severity ?? "strong") == (other.Severity ?? "strong") && one.Labels.Order().SequenceEqual(other.Labels.Order())));

    private static bool IsSame(RuleChange one, RuleChange other) => one.Mode == other.Mode && one.Score == other.Score;

    private static IEnumerable<T> DistinctLast<T>(this IEnumerable<T> items, Func<T, string> key) => items.GroupBy(key).Select(same => same.Last());

    private static string Folded(string entry) => string.Join(' ', entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}

/// <summary>What differs between two overlays.</summary>
public sealed record OverlayDifference(IReadOnlyList<Edit<WordChange>> Words, IReadOnlyList<Edit<RuleChange>> Rules)
{
    public int Count => Words.Count + Rules.Count;

    public bool Has(WordChange change) => Words.Any(edit => OverlayEdits.KeyOf(edit.Any) == OverlayEdits.KeyOf(change));
}

/// <summary>One change that came, went or is otherwise.</summary>
/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it was taken back.</param>
public sealed record Edit<T>(T? Before, T? After)
    where T : class
{
    public T Any => After ?? Before!;
}
