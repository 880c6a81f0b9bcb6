using Moderation.Contracts;

namespace Moderation.Worker.Rules.Overlays;

/// <summary>The changes of modes and scores. What cannot be carried out is told and left out.</summary>
internal sealed class RuleChanges
{
    private static readonly Dictionary<string, RuleMode> _modes = new(StringComparer.Ordinal)
    {
        ["off"] = RuleMode.Off,
        ["shadow"] = RuleMode.Shadow,
        ["live"] = RuleMode.Live,
    };

    private readonly Dictionary<(string Site, string Rule), RuleChange> _changes = [];
    private readonly List<RulesNotice> _notices;
    private readonly HashSet<(string Site, string Rule)> _used = [];

    /// <param name="changes">Those of all sites and of single ones.</param>
    /// <param name="notices">Told of what is wrong.</param>
    public RuleChanges(IReadOnlyList<RuleChange> changes, List<RulesNotice> notices)
    {
        _notices = notices;
        foreach (var change in changes)
        {
            // Of two changes of one rule the later stands.
            _changes[(change.Site ?? "", change.Rule)] = Checked(change);
        }
    }

    /// <summary>The sites that have changes of their own.</summary>
    public IEnumerable<string> Sites => _changes.Keys.Select(key => key.Site).Where(site => site.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>As rule files name it.</summary>
    public static string NameOf(RuleMode mode) => _modes.First(known => known.Value == mode).Key;

    /// <summary>The rule with the change for the site, if there is one.</summary>
    /// <param name="rule">As it is so far.</param>
    /// <param name="site">Null for the change for all sites.</param>
    /// <param name="keepMode">Whether a file has a word of its own about the mode.</param>
    /// <param name="keepScore">Whether a file has a word of its own about the score.</param>
    public Rule Apply(Rule rule, string? site, bool keepMode = false, bool keepScore = false)
    {
        if (!_changes.TryGetValue((site ?? "", rule.Id), out var change))
        {
            return rule;
        }

        var isNew = _used.Add((site ?? "", rule.Id));
        var score = change.Score;
        if (score is not null && !rule.HasWords && (score.Mild != score.Strong || score.Strong != score.Severe))
        {
            if (isNew)
            {
                _notices.Add(Notices.Of(change, RulesNotices.WrongScore, $"{rule.Id} is about no words, so it has one score."));
            }

            score = null;
        }

        return rule with
        {
            Mode = change.Mode is { } mode && !keepMode ? _modes[mode] : rule.Mode,
            Scores = score is not null && !keepScore ? new Scores(score.Mild, score.Strong, score.Severe) : rule.Scores,
        };
    }

    /// <summary>Tells of changes for rules that no file has. When all rules are read.</summary>
    public void TellUnused()
    {
        foreach (var (key, change) in _changes)
        {
            if (!_used.Contains(key))
            {
                _notices.Add(Notices.Of(change, RulesNotices.NoSuchRule, $"There is no rule '{change.Rule}'{(change.Site is null ? "" : $" on the site '{change.Site}'")}."));
            }
        }
    }

    private RuleChange Checked(RuleChange change)
    {
        if (change.Mode is { } mode && !_modes.ContainsKey(mode))
        {
            _notices.Add(Notices.Of(change, RulesNotices.NoSuchMode, $"'{mode}' is no mode of a rule; write off, shadow or live.", mode));
            change = change with { Mode = null };
        }

        if (change.Score is { } score && !(IsScore(score.Mild) && IsScore(score.Strong) && IsScore(score.Severe)))
        {
            _notices.Add(Notices.Of(change, RulesNotices.WrongScore, $"The scores of {change.Rule} have to be numbers from -1000 to 1000."));
            change = change with { Score = null };
        }

        return change;
    }

    private static bool IsScore(double score) => double.IsFinite(score) && Math.Abs(score) <= 1000;
}
