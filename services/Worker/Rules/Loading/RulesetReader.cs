using System.Collections.Frozen;
using Moderation.Hosting;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules.Loading;

/// <summary>Makes a ruleset of its files.</summary>
internal static class RulesetReader
{
    /// <exception cref="InvalidConfigurationException">A file is wrong, or a rule does not do what its examples say.</exception>
    public static Ruleset Read(RuleFiles files)
    {
        var shared = files.Rules.Select(RuleFile.Parse).OfType<Settings>().ToList();
        var bands = Bands.From(TheOnly("bands", shared, files).Map());
        var context = new RuleContext
        {
            Limits = LimitsReader.Read(TheOnly("limits", shared, files).Map()),
            WordLists = WordListsOf(files),
        };
        context.AddLists(shared);
        var known = new Dictionary<string, Settings>(StringComparer.Ordinal);
        var rules = new List<Rule>();
        var examples = new List<(Rule, Setting)>();
        foreach (var settings in shared.SelectMany(file => RulesOf(file)))
        {
            if (!known.TryAdd(RuleReader.IdOf(settings), settings))
            {
                throw settings.Wrong($"there is already a rule '{RuleReader.IdOf(settings)}'");
            }

            var rule = RuleReader.Read(settings, context);
            rules.Add(rule);
            examples.AddIfAny(rule, settings);
        }

        shared.ForEach(file => file.RefuseWhatNobodyRead());
        context.Close();
        examples.ForEach(pair => Example.Check(pair.Item1, pair.Item2));
        return new Ruleset(
            new SiteRules(rules, bands, files.HashFor(null)),
            files.Sites.ToFrozenDictionary(
                site => site.Key, site => ReadSite(site.Value, files.HashFor(site.Key), rules, known, bands, context), StringComparer.Ordinal),
            context.Limits);
    }

    private static SiteRules ReadSite(
        RuleText text, string hash, IReadOnlyList<Rule> shared, Dictionary<string, Settings> known, Bands bands, RuleContext below)
    {
        if (RuleFile.Parse(text) is not { } file)
        {
            return new SiteRules(shared, bands, hash);
        }

        var context = new RuleContext { Limits = below.Limits, WordLists = below.WordLists, Below = below };
        context.AddLists([file]);
        var rules = shared.ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var examples = new List<(Rule, Setting)>();
        foreach (var own in RulesOf(file))
        {
            var id = RuleReader.IdOf(own);
            if (!seen.Add(id))
            {
                throw own.Wrong($"there is already a rule '{id}' in this file");
            }

            var rule = RuleReader.Read(known.TryGetValue(id, out var overridden) ? own.Over(overridden) : own, context);
            var place = rules.FindIndex(other => other.Id == id);
            if (place < 0)
            {
                rules.Add(rule);
            }
            else
            {
                rules[place] = rule;
            }

            // The shared examples say what the shared rule does; a site may well want it otherwise.
            examples.AddIfAny(rule, own);
        }

        var siteBands = file.TryGet("bands", out var written) ? Bands.From(written.Map()) : bands;
        file.RefuseWhatNobodyRead();
        context.Close();
        examples.ForEach(pair => Example.Check(pair.Item1, pair.Item2));
        return new SiteRules(rules, siteBands, hash);
    }

    private static IEnumerable<Settings> RulesOf(Settings file)
    {
        if (!file.TryGet("rules", out var rules))
        {
            return [];
        }

        return rules.IsList ? rules.Items().Select(item => item.Map("the rule")) : throw rules.Wrong("'rules' must be a list, each rule beginning with '- id: '");
    }

    private static Setting TheOnly(string key, IReadOnlyList<Settings> files, RuleFiles texts)
    {
        Setting? only = null;
        foreach (var file in files)
        {
            if (file.TryGet(key, out var setting))
            {
                only = only is null ? setting : throw setting.Wrong($"'{key}' stands in another file already");
            }
        }

        return only ?? throw new InvalidConfigurationException($"{texts.Rules[0].Path}, line 1: none of the shared rule files has '{key}'.");
    }

    private static FrozenDictionary<string, IReadOnlyList<WordEntry>> WordListsOf(RuleFiles files) => files.Words.Select(WordList.Parse)
        .GroupBy(list => list.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(lists => lists.Key, lists => (IReadOnlyList<WordEntry>)[.. lists.SelectMany(list => list.Entries)], StringComparer.Ordinal);

    private static void AddIfAny(this List<(Rule, Setting)> examples, Rule rule, Settings settings)
    {
        if (settings.TryGetOwn("examples", out var setting))
        {
            examples.Add((rule, setting));
        }
    }
}
