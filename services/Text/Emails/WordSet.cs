using System.Collections.Frozen;

namespace Moderation.Text.Emails;

/// <summary>A set of words, looked up by spans of a view; its words are read as the text is.</summary>
internal sealed class WordSet
{
    // A power of two.
    private const int Buckets = 64;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly string[]?[] _byFirst = new string[]?[Buckets];

    public WordSet(string words)
    {
        var set = TextView.Clean(words).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var bucket in set.GroupBy(word => word[0] % Buckets))
            _byFirst[bucket.Key] = [.. bucket.OrderByDescending(word => word.Length)];
    }

    public bool Contains(ReadOnlySpan<char> word) => !word.IsEmpty && _byFirst[word[0] % Buckets] is not null && _words.Contains(word);

    /// <summary>The length of the longest word of the set that <paramref name="text"/> begins with, or 0.</summary>
    public int LengthAtStartOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || _byFirst[text[0] % Buckets] is not { } bucket)
            return 0;
        foreach (var word in bucket)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }
        return 0;
    }
}
