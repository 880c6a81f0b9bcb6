using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Benchmarks.Desk;

/// <summary>What moderators ask for: as the API is asked, and as the query behind it.</summary>
internal sealed record DeskQuery(string Name, string Address, CaseQuery Query)
{
    // Two letters that many texts have, and a word that no text is without a few of.
    private const string CommonWord = "है";
    private const string Word = "पानी";

    private static readonly string[] _sites = ["daak", "khabar", "sandesh"];

    public static IReadOnlyList<DeskQuery> All(DateTimeOffset now)
    {
        CaseQuery any = new() { State = null };
        CaseQuery held = new();
        return
        [
            new("first page", "", held),
            new("riskiest first", "order=riskiest", held with { Order = CaseOrder.Riskiest }),
            new("newest first", "order=newest", held with { Order = CaseOrder.Newest }),
            new("approved", "state=approved", held with { State = CaseStates.Approved }),
            new("all states", "state=all", any),
            new("site", "site=khabar", held with { Site = "khabar" }),
            new("rare site, riskiest", "site=patrika&order=riskiest", held with { Site = "patrika", Order = CaseOrder.Riskiest }),
            new("three sites of a moderator", "", held with { Scope = SiteScope.Only(_sites) }),
            new("three sites, riskiest", "", held with { Scope = SiteScope.Only(_sites), Order = CaseOrder.Riskiest }),
            new("page", "site=demo&page=page-1", held with { Site = "demo", Page = "page-1" }),
            new("rule, frequent", $"rule={MadeCases.FrequentRule}", held with { Rule = MadeCases.FrequentRule }),
            new("rule, frequent, riskiest", $"rule={MadeCases.FrequentRule}&order=riskiest", held with { Rule = MadeCases.FrequentRule, Order = CaseOrder.Riskiest }),
            new("rule, rare", $"rule={MadeCases.RareRule}", held with { Rule = MadeCases.RareRule }),
            new("rule and rare site", $"rule={MadeCases.FrequentRule}&site=patrika", held with { Rule = MadeCases.FrequentRule, Site = "patrika" }),
            new("label", "label=spam", held with { Label = "spam" }),
            new("rule and label", $"rule={MadeCases.FrequentRule}&label=promotion", held with { Rule = MadeCases.FrequentRule, Label = "promotion" }),
            new("rule of approved", $"rule={MadeCases.FrequentRule}&state=approved", held with { Rule = MadeCases.FrequentRule, State = CaseStates.Approved }),
            new("rare rule of approved", $"rule={MadeCases.RareRule}&state=approved", held with { Rule = MadeCases.RareRule, State = CaseStates.Approved }),
            new("language", "language=en", held with { Language = "en" }),
            new("language, rare", $"language={MadeCases.RareLanguage}", held with { Language = MadeCases.RareLanguage }),
            new("rule and rare language", $"rule={MadeCases.FrequentRule}&language=mr", held with { Rule = MadeCases.FrequentRule, Language = "mr" }),
            new("age", $"until={now.AddDays(-7):O}".Replace("+", "%2B", StringComparison.Ordinal), held with { SubmittedUntil = now.AddDays(-7) }),
            new("author's name", "state=all&author=Pathak%20777", any with { Author = "Pathak 777" }),
            new("author's email", "state=all&author=pathak777@example.org", any with { Author = "pathak777@example.org" }),
            Search("no text", MadeCases.MissingWord, any),
            Search("no text, 2 letters", "qz", any),
            Search("100 texts", MadeCases.RareWord, any),
            Search("Devanagari", Word, any),
            Search("nearly all texts", CommonWord, any),
            Search("a letter", "a", any),
            Search("author's name", "pathak 777", any),
            Search("held, no text", MadeCases.MissingWord, held),
            Search("held, 100 texts", MadeCases.RareWord, held),
            Search("held, nearly all", CommonWord, held),
            Search("held, rule, 100 texts", MadeCases.RareWord, held with { Rule = MadeCases.FrequentRule }, $"rule={MadeCases.FrequentRule}"),
            Search("all, riskiest, Devanagari", Word, any with { Order = CaseOrder.Riskiest }, "order=riskiest"),
        ];
    }

    private static DeskQuery Search(string name, string phrase, CaseQuery query, string more = "") => new(
        $"search: {name}", $"{(query.State is null ? "state=all&" : "")}{more}&q={Uri.EscapeDataString(phrase)}", query with { Phrase = phrase });
}
