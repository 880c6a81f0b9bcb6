using System.Collections.Frozen;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Worker.Rules.Overlays;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules.Loading;

/// <summary>Makes a ruleset of its files and of what was changed at the desk.</summary>
internal sealed class RulesetReader
{
    private readonly RuleFiles _files;
    private readonly RulesOverlay _overlay;
    private readonly List<RulesNotice> _notices = [];
    private readonly IReadOnlyDictionary<string, IReadOnlyList<WordEntry>> _lists;
    private readonly WordChanges _words;
    private readonly RuleChanges _changes;
    private readonly Dictionary<string, Settings> _known = new(StringComparer.Ordinal);
    private readonly List<Rule> _filed = [];
    private bool _filesAreGood;

    private RulesetReader(RuleFiles files, RulesOverlay overlay)
    {
        (_files, _overlay, _lists) = (files, overlay, WordListsOf(files));
        _words = new WordChanges(overlay.Words, _lists, _notices);
        _changes = new RuleChanges(overlay.Rules, _notices);
    }

    /// <param name="files">All files.</param>
    /// <param name="overlay">The desk's changes. They are carried out as far as they fit.</param>
    /// <exception cref="InvalidConfigurationException">A file is wrong, or a rule does not do what its examples say.</exception>
    public static Ruleset Read(RuleFiles files, RulesOverlay overlay) => new RulesetReader(files, overlay).Read();

    private Ruleset Read()
    {
        var shared = _files.Rules.Select(RuleFile.Parse).OfType<Settings>().ToList();
        var bands = Bands.From(TheOnly("bands", shared).Map());
        var context = new RuleContext { Limits = LimitsReader.Read(TheOnly("limits", shared).Map()), WordLists = _words.Lists };
        context.AddLists(shared);
        var examples = new List<(Rule, Setting)>();
        foreach (var settings in shared.SelectMany(RulesOf))
        {
            if (!_known.TryAdd(RuleReader.IdOf(settings), settings))
            {
                throw settings.Wrong($"there is already a rule '{RuleReader.IdOf(settings)}'");
            }

            var rule = RuleReader.Read(settings, context);
            _filed.Add(rule);
            AddIfAny(examples, rule, settings);
        }

        shared.ForEach(file => file.RefuseWhatNobodyRead());
        context.Close();
        Check(examples, null);
        var sites = _files.Sites.Keys.Union(_words.Sites, StringComparer.Ordinal).Union(_changes.Sites, StringComparer.Ordinal)
            .ToFrozenDictionary(site => site, site => ReadSite(site, bands, context), StringComparer.Ordinal);
        var all = new SiteRules([.. _filed.Select(rule => _changes.Apply(rule, null))], bands, _files.HashFor(null, _overlay)) { Filed = _filed, Words = context };
        _changes.TellUnused();
        TellUnusedLists(sites.Values.Prepend(all));
        return new Ruleset(all, sites, context.Limits) { Notices = _notices, Lists = _lists, WordChanges = [.. _words.All] };
    }

    private SiteRules ReadSite(string site, Bands bands, RuleContext below)
    {
        var file = _files.Sites.TryGetValue(site, out var text) ? RuleFile.Parse(text) : null;
        var context = new RuleContext { Limits = below.Limits, WordLists = below.WordLists, Below = below, Changes = _words.Of(site) };
        // What looks for words looks for those of the site.
        var filed = (context.Changes is null ? _filed : _known.Values.Select(settings => RuleReader.Read(settings, context))).ToList();
        var own = new Dictionary<string, Settings>(StringComparer.Ordinal);
        var examples = new List<(Rule, Setting)>();
        context.AddLists(file is null ? [] : [file]);
        foreach (var settings in file is null ? [] : RulesOf(file))
        {
            var id = RuleReader.IdOf(settings);
            if (!own.TryAdd(id, settings))
            {
                throw settings.Wrong($"there is already a rule '{id}' in this file");
            }

            var rule = RuleReader.Read(_known.TryGetValue(id, out var overridden) ? settings.Over(overridden) : settings, context);
            var place = filed.FindIndex(other => other.Id == id);
            if (place < 0)
            {
                filed.Add(rule);
            }
            else
            {
                filed[place] = rule;
            }

            // The shared examples say what the shared rule does; a site may well want it otherwise.
            AddIfAny(examples, rule, settings);
        }

        var siteBands = file is not null && file.TryGet("bands", out var written) ? Bands.From(written.Map()) : bands;
        file?.RefuseWhatNobodyRead();
        context.Close();
        Check(examples, site);
        return new SiteRules([.. filed.Select(rule => Changed(rule, site, own.GetValueOrDefault(rule.Id)))], siteBands, _files.HashFor(site, _overlay))
        {
            Filed = filed,
            Words = context,
        };
    }

    private Rule Changed(Rule rule, string site, Settings? own) => _changes.Apply(
        _changes.Apply(rule, null, keepMode: own?.TryGetOwn("mode", out _) is true, keepScore: own?.TryGetOwn("score", out _) is true), site);

    private static IEnumerable<Settings> RulesOf(Settings file)
    {
        if (!file.TryGet("rules", out var rules))
        {
            return [];
        }

        return rules.IsList ? rules.Items().Select(item => item.Map("the rule")) : throw rules.Wrong("'rules' must be a list, each rule beginning with '- id: '");
    }

    private Setting TheOnly(string key, IReadOnlyList<Settings> files)
    {
        Setting? only = null;
        foreach (var file in files)
        {
            if (file.TryGet(key, out var setting))
            {
                only = only is null ? setting : throw setting.Wrong($"'{key}' stands in another file already");
            }
        }

        return only ?? throw new InvalidConfigurationException($"{_files.Rules[0].Path}, line 1: none of the shared rule files has '{key}'.");
    }

    private void Check(List<(Rule Rule, Setting Examples)> examples, string? site)
    {
        foreach (var (rule, setting) in examples)
        {
            try
            {
                Example.Check(rule, setting);
            }
            catch (InvalidConfigurationException exception) when (_overlay.Words.Count > 0)
            {
                RefuseFilesAtFault();
                _notices.Add(Notices.ExampleFails(site, rule, exception.Message));
            }
        }
    }

    // Wrong without the desk's words, too? Then it is not the desk's doing.
    private void RefuseFilesAtFault()
    {
        if (!_filesAreGood)
        {
            Read(_files, RulesOverlay.Empty);
            _filesAreGood = true;
        }
    }

    private void TellUnusedLists(IEnumerable<SiteRules> all)
    {
        var unused = _words.All.Where(read => read.Change.List != WordList.Innocent && !all.Any(rules => rules.Words.Uses(read.Change.List)));
        _notices.AddRange(unused.Select(read => Notices.Of(read.Change, RulesNotices.UnusedList, isFault: false, $"No rule uses the list '{read.Change.List}'.")));
    }

    private static FrozenDictionary<string, IReadOnlyList<WordEntry>> WordListsOf(RuleFiles files) => files.Words.Select(WordList.Parse)
        .GroupBy(list => list.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(lists => lists.Key, lists => (IReadOnlyList<WordEntry>)[.. lists.SelectMany(list => list.Entries)], StringComparer.Ordinal);

    private static void AddIfAny(List<(Rule, Setting)> examples, Rule rule, Settings settings)
    {
        if (settings.TryGetOwn("examples", out var setting))
        {
            examples.Add((rule, setting));
        }
    }
}
