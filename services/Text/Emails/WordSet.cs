using System.Collections.Frozen;

namespace Moderation.Text.Emails;

/// <summary>A set of words, looked up by spans of a view; its words are read as the text is.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    public WordSet(string words) => _words = TextView.Clean(words).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>The length of the longest word of the set that <paramref name="text"/> begins with, or 0.</summary>
    public int LengthAtStartOf(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var word in _words.Set)
        {
            if (word.Length > longest && text.StartsWith(word, StringComparison.Ordinal))
                longest = word.Length;
        }
        return longest;
    }
}
