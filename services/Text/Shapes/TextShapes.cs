using System.Text;

namespace Moderation.Text.Shapes;

/// <summary>Measures texts. Views will not do: they have lost the case and the marks.</summary>
public static class TextShapes
{
    /// <summary>The shape of a text, in one pass over it.</summary>
    /// <param name="original">Any UTF-16 at all; a lone surrogate is a character that is no letter.</param>
    public static TextShape Measure(string original)
    {
        ArgumentNullException.ThrowIfNull(original);

        var tally = new Tally();
        var previous = ReadOnlySpan<char>.Empty;
        for (var rest = original.AsSpan(); !rest.IsEmpty;)
        {
            var cluster = rest[..Cluster.LengthAt(rest)];
            Rune.DecodeFromUtf16(cluster, out var first, out _);
            tally.Add(cluster, first, previous);
            previous = cluster;
            rest = rest[cluster.Length..];
        }
        return tally.Shape;
    }

    private struct Tally
    {
        private int _letters;
        private int _capitals;
        private int _cased;
        private int _marks;
        private int _marksNow;
        private int _emoji;
        private int _characters;
        private int _stacked;
        private int _stretch;
        private int _stretchNow;

        public readonly TextShape Shape => new(
            _letters, _cased == 0 ? 0 : (double)_capitals / _cased, _marks, _emoji, _characters, _stacked, _stretch);

        public void Add(ReadOnlySpan<char> cluster, Rune first, ReadOnlySpan<char> previous)
        {
            _characters++;
            var isLetter = Rune.IsLetter(first);
            if (isLetter)
                AddLetter(cluster, first, previous);
            else
                _stretchNow = 0;

            _marksNow = Cluster.IsMark(first) ? _marksNow + 1 : 0;
            _marks = Math.Max(_marks, _marksNow);
            if (cluster.Length == 1 && first.IsAscii)
                return;
            if (Cluster.IsEmoji(cluster, first))
                _emoji++;
            if (cluster.Length > 1)
            {
                var signs = CombiningSigns.Of(cluster, first);
                _stacked = Math.Max(_stacked, signs.Excess);
                if (isLetter || signs.Excess > 0)
                    _stretch = Math.Max(_stretch, signs.LongestRun);
            }
        }

        private void AddLetter(ReadOnlySpan<char> cluster, Rune first, ReadOnlySpan<char> previous)
        {
            _letters++;
            if (Rune.IsUpper(first))
            {
                _capitals++;
                _cased++;
            }
            else if (Rune.IsLower(first))
                _cased++;
            _stretchNow = _stretchNow > 0 && IsSame(cluster, previous) ? _stretchNow + 1 : 1;
            _stretch = Math.Max(_stretch, _stretchNow);
        }

        // Clusters can be as long as the text, but each is compared with its two neighbours only.
        private static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
            a.Length == b.Length && (a.SequenceEqual(b) || a.Equals(b, StringComparison.OrdinalIgnoreCase));
    }
}
