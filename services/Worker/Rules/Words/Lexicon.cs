using Moderation.Text;
using Moderation.Text.Phrases;

namespace Moderation.Worker.Rules.Words;

/// <summary>
/// All words and phrases of one layer of rules, found in one pass over a text however many rules there are. The shared rules are one
/// layer; what a site adds of its own is another. Filled while the rules are read, then closed for good.
/// </summary>
internal sealed class Lexicon
{
    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<Phrase, int> _places = [];
    private readonly Dictionary<string, WordSource> _lists = new(StringComparer.Ordinal);
    private PhraseMatcher? _matcher;

    /// <summary>Whether it has nothing to look for.</summary>
    public bool IsEmpty => !_phrases.Exists(phrase => !phrase.IsInnocent);

    /// <summary>The words of a list, or null when this layer does not have it.</summary>
    public WordSource? List(string name) => _lists.GetValueOrDefault(name);

    /// <summary>Adds a whole list under its name.</summary>
    public WordSource AddList(string name, IEnumerable<WordEntry> entries) => _lists[name] = Add(entries);

    /// <summary>Adds words, innocent ones among them.</summary>
    public WordSource Add(IEnumerable<WordEntry> entries)
    {
        var meant = new Dictionary<int, WordEntry>();
        foreach (var entry in entries)
        {
            var place = PlaceOf(new Phrase(entry.Text, entry.Language, entry.IsInnocent));
            if (!entry.IsInnocent)
            {
                meant[place] = meant.TryGetValue(place, out var same) ? same.And(entry) : entry;
            }
        }

        return new WordSource(this, meant);
    }

    /// <summary>From here on words are looked for and none are added.</summary>
    public void Close() => _matcher = IsEmpty ? null : new PhraseMatcher(_phrases);

    public IReadOnlyList<PhraseMatch> Find(TextView view) => _matcher is null ? [] : _matcher.Find(view);

    private int PlaceOf(Phrase phrase)
    {
        if (!_places.TryGetValue(phrase, out var place))
        {
            place = _places[phrase] = _phrases.Count;
            _phrases.Add(phrase);
        }

        return place;
    }
}
