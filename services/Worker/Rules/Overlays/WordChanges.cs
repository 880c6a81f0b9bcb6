using System.Collections.Frozen;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules.Overlays;

/// <summary>The changes of word lists, read like the lines of a list. What cannot be carried out is told and left out.</summary>
internal sealed class WordChanges
{
    private readonly ILookup<string, ReadChange> _bySite;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<WordEntry>> _lists;

    /// <param name="changes">Those of all sites and of single ones.</param>
    /// <param name="lists">As the files have them.</param>
    /// <param name="notices">Told of what is wrong.</param>
    public WordChanges(IReadOnlyList<WordChange> changes, IReadOnlyDictionary<string, IReadOnlyList<WordEntry>> lists, List<RulesNotice> notices)
    {
        _lists = lists;
        // Of two changes of one entry the later stands.
        var last = changes.GroupBy(change => (change.Site, change.List, WordKey.Of(change.Language, change.Entry))).Select(same => same.Last());
        _bySite = last.Select(change => Read(change, notices)).OfType<ReadChange>().ToLookup(read => read.Change.Site ?? "", StringComparer.Ordinal);
        Lists = _bySite.Contains("") ? Changed(_bySite[""].ToLookup(read => read.Change.List, StringComparer.Ordinal), notices) : lists;
    }

    /// <summary>All lists with the changes for all sites.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WordEntry>> Lists { get; }

    /// <summary>The changes that can be carried out.</summary>
    public IEnumerable<ReadChange> All => _bySite.SelectMany(site => site);

    /// <summary>The sites that have changes of their own.</summary>
    public IEnumerable<string> Sites => _bySite.Select(site => site.Key).Where(site => site.Length > 0);

    /// <summary>A site's own changes, by list; null when it has none.</summary>
    public ILookup<string, ReadChange>? Of(string site) =>
        _bySite.Contains(site) ? _bySite[site].ToLookup(read => read.Change.List, StringComparer.Ordinal) : null;

    private ReadChange? Read(WordChange change, List<RulesNotice> notices)
    {
        void Fault(string code, string sentence, string? other = null) => notices.Add(Notices.Of(change, code, isFault: true, sentence, other));
        if (!_lists.ContainsKey(change.List))
        {
            Fault(RulesNotices.NoSuchList, $"There is no word list '{change.List}'.");
            return null;
        }

        if (!WordList.Languages.Contains(change.Language))
        {
            Fault(RulesNotices.NoSuchLanguage, $"'{change.Language}' is no language of word lists; they are in {string.Join(", ", WordList.Languages)}.");
            return null;
        }

        if (change.IsRemoved)
        {
            return new ReadChange(change, null);
        }

        try
        {
            var line = $"{change.Entry} | {change.Severity} | {string.Join(' ', change.Labels)}";
            var entry = WordList.Entry(line, change.Language, fault => new InvalidConfigurationException(fault));
            entry = change.List == WordList.Innocent ? entry with { IsInnocent = true } : entry;
            if (!entry.IsInnocent || change.Site is null)
            {
                return new ReadChange(change, entry);
            }

            Fault(RulesNotices.InnocentOfSite, "Innocent words are the same on all sites.");
        }
        catch (InvalidConfigurationException exception)
        {
            Fault(RulesNotices.WrongEntry, $"“{change.Entry}” cannot be looked for: {exception.Message}.", exception.Message);
        }

        return null;
    }

    private FrozenDictionary<string, IReadOnlyList<WordEntry>> Changed(ILookup<string, ReadChange> changes, List<RulesNotice> notices) =>
        _lists.ToFrozenDictionary(list => list.Key, list => changes.Contains(list.Key) ? Changed(list.Value, changes[list.Key], notices) : list.Value, StringComparer.Ordinal);

    private static IReadOnlyList<WordEntry> Changed(IReadOnlyList<WordEntry> list, IEnumerable<ReadChange> changes, List<RulesNotice> notices)
    {
        var byKey = changes.ToDictionary(read => read.Key);
        var files = list.Select(entry => WordKey.Of(entry.Language, entry.Text)).ToHashSet();
        foreach (var (key, read) in byKey)
        {
            if (read.Entry is null && !files.Contains(key))
            {
                notices.Add(Notices.Of(read.Change, RulesNotices.NotListed, isFault: false, $"The list '{read.Change.List}' has no “{read.Change.Entry}”."));
            }
        }

        return [.. list.Where(entry => !byKey.ContainsKey(WordKey.Of(entry.Language, entry.Text))), .. byKey.Values.Select(read => read.Entry).OfType<WordEntry>()];
    }
}
