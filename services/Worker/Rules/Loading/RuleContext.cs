using System.Collections.Frozen;
using Moderation.Hosting;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules.Overlays;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules.Loading;

/// <summary>What the conditions of one layer of rules are made with: the shared rules are a layer, and each site's own another above it.</summary>
internal sealed class RuleContext
{
    /// <summary>Where this layer's words go.</summary>
    public Lexicon Lexicon { get; } = new();

    public required Limits Limits { get; init; }

    /// <summary>The word lists of all files, by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<WordEntry>> WordLists { get; init; }

    /// <summary>The layer below, whose words are looked for anyway.</summary>
    public RuleContext? Below { get; init; }

    /// <summary>What a site's own changes make of the lists, by list; null when it has none.</summary>
    public ILookup<string, ReadChange>? Changes { get; init; }

    /// <summary>The lists that rule files themselves define.</summary>
    public Dictionary<string, IReadOnlyList<Setting>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds what files define under <c>lists</c>.</summary>
    /// <exception cref="InvalidConfigurationException">Two have one name.</exception>
    public void AddLists(IEnumerable<Settings> files)
    {
        foreach (var file in files)
        {
            foreach (var list in file.TryGet("lists", out var lists) ? lists.Map().Own : [])
            {
                if (!Lists.TryAdd(list.Name, list.Items()))
                {
                    throw list.Wrong($"there is already a list '{list.Name}'");
                }
            }
        }
    }

    /// <summary>
    /// Every rule of the layer is read. Innocent words count in each layer, and so do those that the lists in use allow:
    /// a layer only takes away what it found itself.
    /// </summary>
    public void Close()
    {
        if (WordLists.TryGetValue(WordList.Innocent, out var innocent) && !Lexicon.IsEmpty)
        {
            Lexicon.Add(innocent);
        }

        Lexicon.Close();
    }

    /// <summary>The words of the list that a setting names, in one source or two.</summary>
    /// <exception cref="InvalidConfigurationException">No file has that name.</exception>
    public IReadOnlyList<WordSource> List(Setting setting)
    {
        var name = setting.Text();
        if (!WordLists.TryGetValue(name, out var entries))
        {
            throw setting.Wrong($"there is no word list '{name}'; the lists are {string.Join(", ", WordLists.Keys.Order(StringComparer.Ordinal))}");
        }

        var changes = Changes?[name].ToDictionary(read => read.Key) ?? [];
        bool IsLeft(WordEntry entry) => changes.Count == 0 || !changes.ContainsKey(WordKey.Of(entry.Language, entry.Text));
        var added = changes.Values.Select(read => read.Entry).OfType<WordEntry>();
        if (Below?.Lexicon.List(name) is not { } shared)
        {
            return [Lexicon.List(name) ?? Lexicon.AddList(name, entries.Where(IsLeft).Concat(added))];
        }

        // Most of a list is found in the pass over the shared words; only what the site adds needs another.
        return changes.Count == 0
            ? [shared]
            : [shared with { Entries = shared.Entries.Where(entry => IsLeft(entry.Value)).ToFrozenDictionary() }, Lexicon.List(name) ?? Lexicon.AddList(name, added)];
    }

    /// <summary>Whether a rule looks for the list's words.</summary>
    public bool Uses(string list) => Lexicon.List(list) is not null || Below?.Uses(list) is true;

    /// <summary>Words that a rule lists itself, each as a line of a word list.</summary>
    public WordSource WordsOf(IReadOnlyList<Setting> items, string language) =>
        Lexicon.Add([.. items.Select(item => WordList.Entry(item.Text(), language, item.Wrong))]);

    /// <summary>The members of a list in place, or of <c>{ list: …, entries: […] }</c>.</summary>
    public IReadOnlyList<Setting> Items(Setting setting) => Items<int>(setting, null, []).Items;

    /// <summary>As <see cref="Items(Setting)"/>, with where to look for them.</summary>
    public (IReadOnlyList<Setting> Items, IReadOnlyList<T> Where) Items<T>(Setting setting, IReadOnlyDictionary<string, T>? places, IReadOnlyList<T> usual)
    {
        if (!setting.IsMap)
        {
            return (setting.Items(), usual);
        }

        var map = setting.Map();
        var items = new List<Setting>();
        if (map.TryGet("list", out var lists))
        {
            items.AddRange(lists.Items().SelectMany(ItemsOf));
        }

        if (map.TryGet("entries", out var entries))
        {
            items.AddRange(entries.Items());
        }

        var where = places is not null && map.TryGet("in", out var written) ? written.Items().Select(item => item.OneOf(places)).ToList() : usual;
        map.RefuseWhatNobodyRead();
        return (items, where);
    }

    private IReadOnlyList<Setting> ItemsOf(Setting name)
    {
        for (var context = this; context is not null; context = context.Below)
        {
            if (context.Lists.TryGetValue(name.Text(), out var items))
            {
                return items;
            }
        }

        throw name.Wrong($"no rule file has a list '{name.Written}'");
    }
}
