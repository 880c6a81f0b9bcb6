using Moderation.Worker.Rules;

namespace Moderation.Worker.Trials;

/// <summary>How often each rule of a ruleset spoke.</summary>
internal sealed class RuleCounts
{
    private readonly Dictionary<string, Spoken> _spoken = new(StringComparer.Ordinal);
    private readonly HashSet<SiteRules> _known = [];

    /// <summary>In the order of the rule files; those without a file come where they first spoke.</summary>
    public IReadOnlyCollection<string> Rules => _spoken.Keys;

    /// <summary>Null for a rule that is off, or unknown.</summary>
    public Spoken? this[string rule] => _spoken.TryGetValue(rule, out var spoken) ? spoken : null;

    /// <param name="rules">The rules of the comment's site.</param>
    /// <param name="judgement">What they say.</param>
    public void Count(SiteRules rules, Judgement judgement)
    {
        if (_known.Add(rules))
        {
            foreach (var rule in rules.Rules.Where(rule => rule.Mode is not RuleMode.Off))
            {
                _spoken.TryAdd(rule.Id, default);
            }
        }

        var (outcome, verdict) = judgement;
        foreach (var finding in verdict.Findings)
        {
            var spoken = _spoken.GetValueOrDefault(finding.Rule);
            _spoken[finding.Rule] = spoken with { Live = spoken.Live + 1 };
        }

        foreach (var finding in verdict.Shadow)
        {
            var spoken = _spoken.GetValueOrDefault(finding.Rule);
            var changes = rules.Bands.Of(verdict.Score + finding.Score) != outcome;
            _spoken[finding.Rule] = spoken with { Shadow = spoken.Shadow + 1, WouldChange = spoken.WouldChange + (changes ? 1 : 0) };
        }
    }
}
