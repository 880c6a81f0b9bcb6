using System.Text;

namespace Moderation.Text.Shapes;

/// <summary>What has been seen of a text so far.</summary>
internal ref struct ShapeTally
{
    private int _letters;
    private int _capitals;
    private int _small;
    private int _marks;
    private int _marksNow;
    private int _emoji;
    private int _characters;
    private int _stacked;
    private int _stretch;
    private int _stretchNow;
    private int _lastAscii;
    private ulong _lastDevanagari;
    private ReadOnlySpan<char> _last;

    public readonly TextShape Shape => new(
        _letters, _capitals == 0 ? 0 : (double)_capitals / (_capitals + _small), _marks, _emoji, _characters, _stacked, _stretch);

    /// <summary>Adds a character of one ASCII unit.</summary>
    public void AddAscii(char unit)
    {
        _characters++;
        _lastDevanagari = 0;
        var folded = unit | 0x20;
        if (folded is >= 'a' and <= 'z')
        {
            _letters++;
            if (unit == folded)
                _small++;
            else
                _capitals++;
            Stretch(folded == _lastAscii);
            _lastAscii = folded;
            _last = default;
            _marksNow = 0;
            return;
        }
        _lastAscii = _stretchNow = 0;
        _last = default;
        CountMark(unit is '!' or '?');
    }

    /// <summary>Adds a letter of Devanagari with two different signs at most: so many any word may have.</summary>
    public void AddDevanagari(ReadOnlySpan<char> cluster)
    {
        _characters++;
        _letters++;
        _lastAscii = _marksNow = 0;
        _last = default;
        var letter = (ulong)cluster[0];
        for (var sign = 1; sign < cluster.Length; sign++)
            letter = letter << 16 | cluster[sign];
        Stretch(letter == _lastDevanagari);
        _lastDevanagari = letter;
    }

    /// <summary>Adds any character.</summary>
    public void Add(ReadOnlySpan<char> cluster)
    {
        _characters++;
        Rune.DecodeFromUtf16(cluster, out var first, out _);
        var isLetter = Rune.IsLetter(first);
        if (isLetter)
            AddLetter(cluster, first);
        else
            _stretchNow = 0;
        _lastAscii = 0;
        _lastDevanagari = 0;
        _last = isLetter ? cluster : default;

        CountMark(!isLetter && Cluster.IsMark(first));
        if (!isLetter && Cluster.IsEmoji(cluster, first))
            _emoji++;
        if (cluster.Length > 2 || (cluster.Length == 2 && first.IsBmp && !Segment.IsPlainMark(cluster[1])))
            AddSigns(cluster, first, isLetter);
    }

    private void AddLetter(ReadOnlySpan<char> cluster, Rune first)
    {
        _letters++;
        // Devanagari has no case.
        if (first.Value is < 0x900 or > 0xDFF)
        {
            if (Rune.IsUpper(first))
                _capitals++;
            else if (Rune.IsLower(first))
                _small++;
        }
        Stretch(IsSame(cluster, _last));
    }

    private void AddSigns(ReadOnlySpan<char> cluster, Rune first, bool isLetter)
    {
        var signs = CombiningSigns.Of(cluster, first);
        _stacked = Math.Max(_stacked, signs.Excess);
        if (isLetter || signs.Excess > 0)
            _stretch = Math.Max(_stretch, signs.LongestRun);
    }

    private void Stretch(bool isSame)
    {
        _stretchNow = isSame ? _stretchNow + 1 : 1;
        if (_stretchNow > _stretch)
            _stretch = _stretchNow;
    }

    private void CountMark(bool isMark)
    {
        _marksNow = isMark ? _marksNow + 1 : 0;
        if (_marksNow > _marks)
            _marks = _marksNow;
    }

    // Clusters can be as long as the text, but each is compared with its neighbour only.
    private static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length == b.Length && (a.SequenceEqual(b) || (!Segment.IsPlainLetter(a[0]) && a.Equals(b, StringComparison.OrdinalIgnoreCase)));
}
