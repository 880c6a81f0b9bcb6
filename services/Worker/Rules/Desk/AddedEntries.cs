using Moderation.Contracts;
using Moderation.Text;
using Moderation.Text.Phrases;
using Moderation.Worker.Rules.Loading;
using Moderation.Worker.Rules.Overlays;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules.Desk;

/// <summary>What becomes of entries that were added at the desk: whether they find anything at all, and what in comments that stand approved.</summary>
internal static class AddedEntries
{
    /// <summary>In how many comments each was found.</summary>
    public static IReadOnlyList<EntryHits> Hits(Ruleset ruleset, IReadOnlyList<CommentSubmitted> comments)
    {
        var added = Added(ruleset).ToList();
        var counts = new Dictionary<WordChange, int>();
        foreach (var comment in added.Count == 0 ? [] : comments)
        {
            var text = new CommentText(comment);
            var found = added.Where(entry => (entry.Change.Site ?? comment.SiteId) == comment.SiteId && IsIn(text, entry)).Select(entry => entry.Change);
            foreach (var change in found)
            {
                counts[change] = counts.GetValueOrDefault(change) + 1;
            }
        }

        return [.. counts.Select(count => new EntryHits
        {
            Site = count.Key.Site,
            List = count.Key.List,
            Language = count.Key.Language,
            Entry = count.Key.Entry,
            Comments = count.Value,
        })];
    }

    /// <summary>Entries that will find nothing, or nothing new.</summary>
    public static IReadOnlyList<RulesNotice> Review(Ruleset ruleset)
    {
        var innocent = new Lazy<Innocent>(() => new Innocent(ruleset.For("").Words.WordLists.GetValueOrDefault(WordList.Innocent, [])));
        return [.. Added(ruleset).Select(added => Review(ruleset, added, innocent)).OfType<RulesNotice>()];
    }

    private static RulesNotice? Review(Ruleset ruleset, AddedEntry added, Lazy<Innocent> innocent)
    {
        var change = added.Change;
        var isListed = ruleset.Lists[change.List].FirstOrDefault(entry => WordKey.Of(entry.Language, entry.Text) == added.Key);
        if (isListed is not null && isListed.Severity == added.Entry.Severity && isListed.IsInnocent == added.Entry.IsInnocent && added.Entry.Labels.Order().SequenceEqual(isListed.Labels.Order()))
        {
            return Notices.Of(change, RulesNotices.AlreadyListed, isFault: false, $"“{change.Entry}” is in the list already.");
        }

        if (added.Source is not { } source)
        {
            return null;
        }

        var written = added.Entry.Words.Replace(" … ", " ", StringComparison.Ordinal);
        var view = TextView.Decoded(written);
        var hits = source.Lexicon.Find(view);
        if (!hits.Any(hit => hit.Phrase == added.Place))
        {
            return innocent.Value.Over(view) is { } by
                ? Notices.Of(change, RulesNotices.Cancelled, isFault: false, $"“{change.Entry}” finds nothing: the innocent list has “{by}”.", by)
                : null;
        }

        // What goes on or begins earlier finds more than stands here.
        var isPlain = added.Entry.Text.AsSpan().IndexOfAny("*+=.") < 0;
        var other = isPlain ? hits.FirstOrDefault(hit => hit.Phrase != added.Place && !hit.IsDisguised && hit.Span.Start == 0 && hit.Span.Length == written.Length && IsAsBad(hit)) : default;
        return other.Span.Length > 0
            ? Notices.Of(change, RulesNotices.AlreadyFound, isFault: false, $"“{change.Entry}” is found already, as “{source.Entries[other.Phrase].Text}”.", source.Entries[other.Phrase].Text)
            : null;

        bool IsAsBad(PhraseMatch hit) => source.Entries.TryGetValue(hit.Phrase, out var entry) && entry.Severity >= added.Entry.Severity;
    }

    private static bool IsIn(CommentText text, AddedEntry added) => added.Source is { } source
        && (text.Hits(source.Lexicon, Field.Body).Any(hit => hit.Phrase == added.Place) || text.Hits(source.Lexicon, Field.Name).Any(hit => hit.Phrase == added.Place));

    private static IEnumerable<AddedEntry> Added(Ruleset ruleset)
    {
        foreach (var read in ruleset.WordChanges.Where(read => read.Entry is not null))
        {
            var source = SourceOf(ruleset.For(read.Change.Site ?? "").Words, read);
            var place = source?.Entries.FirstOrDefault(entry => WordKey.Of(entry.Value.Language, entry.Value.Text) == read.Key);
            yield return new AddedEntry(read.Change, read.Entry!, read.Key, place is { Value: not null } ? source : null, place?.Key ?? -1);
        }
    }

    private static WordSource? SourceOf(RuleContext context, ReadChange read) => context.Lexicon.List(read.Change.List);

    /// <param name="Change">As the desk has it.</param>
    /// <param name="Entry">As it was read.</param>
    /// <param name="Key">What it goes by.</param>
    /// <param name="Source">Where it is looked for; null when no rule does, and for what is innocent.</param>
    /// <param name="Place">Its place there.</param>
    private sealed record AddedEntry(WordChange Change, WordEntry Entry, WordKey Key, WordSource? Source, int Place);

    /// <summary>The innocent list, looked for as if it were not.</summary>
    private sealed class Innocent(IReadOnlyList<WordEntry> entries)
    {
        private readonly PhraseMatcher _matcher = new([.. entries.Select(entry => new Phrase(entry.Text, entry.Language))]);

        /// <summary>The entry that covers the whole text; null when none does.</summary>
        public string? Over(TextView view)
        {
            var hit = _matcher.Find(view).OrderByDescending(hit => hit.Span.Length).FirstOrDefault();
            return hit.Span.Length > 0 ? entries[hit.Phrase].Text : null;
        }
    }
}
