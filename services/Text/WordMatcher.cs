using System.Text;

namespace Moderation.Text;

/// <summary>
/// Finds whole words and phrases of a list in one pass, however long the list is. Immutable: share one among threads.
/// </summary>
public sealed class WordMatcher
{
    private readonly string[] _patterns;
    private readonly int[][] _entries;
    private readonly Automaton _automaton;

    /// <param name="entries">Words or phrases as people write them; they are read as the text is. Empty ones match nothing.</param>
    public WordMatcher(IReadOnlyList<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);

        var patterns = entries
            .Select((entry, number) => (Pattern: PatternOf(entry), Number: number))
            .Where(entry => entry.Pattern.Length > 0)
            .GroupBy(entry => entry.Pattern, entry => entry.Number, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        _patterns = [.. patterns.Select(group => group.Key)];
        _entries = [.. patterns.Select(group => group.ToArray())];
        _automaton = new Automaton(_patterns);
    }

    /// <summary>
    /// Every entry that stands in the text as a whole word, in the order of the text, but for those wholly inside a longer one.
    /// A word is letters, marks and numbers; a space in an entry is any run of white space in the text.
    /// </summary>
    public IReadOnlyList<WordMatch> Find(TextView view)
    {
        ArgumentNullException.ThrowIfNull(view);

        List<Hit>? hits = null;
        var text = view.Text.AsSpan();
        var state = 0;
        var wasSpace = false;
        for (var at = 0; at < text.Length; at++)
        {
            var isSpace = char.IsWhiteSpace(text[at]);
            if (isSpace && wasSpace)
                continue;
            wasSpace = isSpace;
            state = _automaton.Next(state, isSpace ? ' ' : text[at]);

            var ending = _automaton.Ending(state);
            if (ending == 0 || !WordEdge.IsAt(text, at + 1))
                continue;
            for (; ending != 0; ending = _automaton.Shorter(ending))
            {
                var pattern = _automaton.PatternAt(ending);
                var start = StartOf(_patterns[pattern], text, at + 1);
                if (WordEdge.IsAt(text, start))
                    (hits ??= []).Add(new Hit(start, at + 1, pattern));
            }
        }
        return hits is null ? Array.Empty<WordMatch>() : Matches(hits, view);
    }

    private List<WordMatch> Matches(List<Hit> hits, TextView view)
    {
        hits.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var matches = new List<WordMatch>(hits.Count);
        var widest = hits[0];
        foreach (var hit in hits)
        {
            if (hit.End > widest.End)
                widest = hit;
            else if (hit.Start != widest.Start || hit.End != widest.End)
                continue;
            var span = view.Original(hit.Start, hit.End - hit.Start);
            foreach (var entry in _entries[hit.Pattern])
                matches.Add(new WordMatch(entry, span));
        }
        return matches;
    }

    private static int StartOf(string pattern, ReadOnlySpan<char> text, int end)
    {
        var start = end;
        for (var unit = pattern.Length - 1; unit >= 0; unit--)
        {
            start--;
            if (pattern[unit] != ' ')
                continue;
            while (char.IsWhiteSpace(text[start - 1]))
                start--;
        }
        return start;
    }

    private static string PatternOf(string entry)
    {
        var pattern = new StringBuilder(entry.Length);
        foreach (var unit in TextView.Clean(entry).Text)
        {
            if (!char.IsWhiteSpace(unit))
                pattern.Append(unit);
            else if (pattern.Length > 0 && pattern[^1] != ' ')
                pattern.Append(' ');
        }
        return pattern.ToString().TrimEnd();
    }

    private readonly record struct Hit(int Start, int End, int Pattern);
}
