using System.Text;

namespace Moderation.Text;

/// <summary>Writes a view rune by rune; each segment is normalised and folded when the next begins.</summary>
internal sealed class ViewBuilder(int capacity)
{
    private const char BrailleBlank = '\u2800';
    private static readonly Rune _space = new(' ');

    private char[] _text = new char[capacity];
    private int[] _starts = new int[capacity];
    private int[] _ends = new int[capacity];
    private int _count;
    private int _segment;
    private bool _segmentIsPlain = true;

    public string Text => new(_text, 0, _count);

    public int[] Starts => _starts;

    public int[] Ends => _ends;

    /// <summary>Adds what stands at <paramref name="start"/> to <paramref name="end"/> of the original.</summary>
    public void Append(Rune rune, int start, int end)
    {
        if (Invisible.Is(rune.Value))
            return;
        // .NET refuses to normalise U+FFFE.
        if (rune.Value == 0xFFFE)
            rune = Rune.ReplacementChar;
        else if (rune.Value == BrailleBlank)
            rune = _space;
        else if (rune.IsAscii)
            rune = new Rune(char.ToLowerInvariant((char)rune.Value));

        if (!Segment.IsContinuedBy(rune) || _count - _segment >= Segment.Limit)
            CloseSegment();
        _segmentIsPlain &= Segment.IsPlain(rune.Value);

        Reserve(2);
        if (rune.IsBmp)
            Write((char)rune.Value, start, end);
        else
        {
            Span<char> pair = stackalloc char[2];
            rune.EncodeToUtf16(pair);
            Write(pair[0], start, end);
            Write(pair[1], start, end);
        }
    }

    /// <summary>Adds a character of which <see cref="Segment.IsPlainLetter"/> or <see cref="Segment.IsPlainMark"/> holds.</summary>
    public void AppendPlain(char unit, int at, bool isMark)
    {
        if (!isMark || _count - _segment >= Segment.Limit)
            CloseSegment();
        Reserve(1);
        Write(unit, at, at + 1);
    }

    public void CloseSegment()
    {
        if (!_segmentIsPlain)
            Normalize();
        _segment = _count;
        _segmentIsPlain = true;
    }

    private void Normalize()
    {
        var written = _text.AsSpan(_segment, _count - _segment);
        Span<char> composed = stackalloc char[Segment.Limit * 20];
        if (!written.TryNormalize(composed, out var length, NormalizationForm.FormKC))
            throw new InvalidOperationException("A segment grew more than twentyfold; no character of Unicode does.");

        composed = composed[..length];
        if (CaseFold.Changes(composed))
            Replace(CaseFold.Of(composed).Normalize(NormalizationForm.FormKC));
        else if (!composed.SequenceEqual(written))
            Replace(composed);
    }

    private void Replace(ReadOnlySpan<char> text)
    {
        var start = _starts[_segment];
        var end = _ends[_count - 1];
        _count = _segment;
        Reserve(text.Length);
        foreach (var unit in text)
            Write(unit, start, end);
    }

    private void Write(char unit, int start, int end)
    {
        _text[_count] = unit;
        _starts[_count] = start;
        _ends[_count] = end;
        _count++;
    }

    private void Reserve(int units)
    {
        if (_count + units <= _text.Length)
            return;
        var size = Math.Max(_count + units, _text.Length * 2);
        Array.Resize(ref _text, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
    }
}
