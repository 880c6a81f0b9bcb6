using Moderation.Contracts;

namespace Moderation.Worker.Rules.Overlays;

/// <summary>What is found out about the changes of the desk while they are read.</summary>
internal static class Notices
{
    public static RulesNotice Of(WordChange change, string code, bool isFault, string sentence, string? other = null) => new()
    {
        Code = code,
        IsFault = isFault,
        Site = change.Site,
        List = change.List,
        Language = change.Language,
        Entry = change.Entry,
        Other = other,
        Sentence = sentence,
    };

    public static RulesNotice Of(RuleChange change, string code, string sentence, string? other = null) => new()
    {
        Code = code,
        IsFault = true,
        Site = change.Site,
        Rule = change.Rule,
        Other = other,
        Sentence = sentence,
    };

    public static RulesNotice ExampleFails(string? site, Rule rule, string sentence) => new()
    {
        Code = RulesNotices.ExampleFails,
        Site = site,
        Rule = rule.Id,
        Other = sentence,
        Sentence = sentence,
    };
}
