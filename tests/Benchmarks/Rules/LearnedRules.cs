using Moderation.Contracts;
using Moderation.Worker.Rules;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Benchmarks.Rules;

internal static class LearnedRules
{
    /// <summary>The rules that ship, with those switched off that ask a model.</summary>
    public static Ruleset Without()
    {
        var files = RuleFiles.Read(Repository.Seeds);
        var learned = RulesetReader.Read(files, RulesOverlay.Empty).For("demo").Rules.Where(rule => rule.When.IsLearned);
        return RulesetReader.Read(files, new RulesOverlay { Rules = [.. learned.Select(rule => new RuleChange { Rule = rule.Id, Mode = "off" })] });
    }
}
