using System.Text;

namespace Moderation.Text;

/// <summary>
/// Writes a view rune by rune. As long as every unit stands where it stood in the original, nothing is noted of where it stood.
/// Segments that may read otherwise than they are written are normalised together in the end.
/// </summary>
internal sealed class ViewBuilder(int capacity)
{
    private const char BrailleBlank = '\u2800';
    private static readonly Rune _space = new(' ');

    private char[] _text = new char[capacity];
    private int[]? _starts;
    private int[]? _ends;
    private List<TextSpan>? _rough;
    private int _count;
    private int _segment;
    private bool _segmentIsPlain = true;

    /// <summary>Where each unit begins in the original; null if each stands where it stood.</summary>
    public int[]? Starts => _starts;

    /// <summary>Where each unit ends in the original.</summary>
    public int[]? Ends => _ends;

    /// <summary>Adds the beginning of the original, which is read as it is written.</summary>
    public void AppendAsWritten(ReadOnlySpan<char> beginning)
    {
        beginning.CopyTo(_text);
        _count = beginning.Length;
        _segment = _count;
        // What continues a segment normalises with it.
        while (_segment > 0 && UnitReading.KindOf(_text[_segment - 1]) is UnitReading.Kind.Mark or UnitReading.Kind.Nukta)
            _segment--;
        _segment = _segment == 0 ? 0 : _segment - 1;
        _segment += (_count - _segment - 1) / Segment.Limit * Segment.Limit;
    }

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
        var isKept = Segment.IsKeptWhole(rune.Value);
        _segmentIsPlain &= isKept || Segment.IsPlain(rune.Value);
        if (rune.IsBmp)
            Write((char)rune.Value, start, end);
        else
            WritePair(rune, start, end);
        if (isKept)
            CloseSegment();
    }

    /// <summary>Adds a unit that reads as it is written.</summary>
    public void AppendPlain(char unit, int at, bool isMark)
    {
        if (!isMark || _count - _segment >= Segment.Limit)
            CloseSegment();
        Write(unit, at, at + 1);
    }

    /// <summary>Adds a letter of Devanagari that is written with its nukta.</summary>
    public void AppendWithNukta(char letter, int at)
    {
        CloseSegment();
        Write(letter, at, at + 1);
        Write(UnitReading.Nukta, at, at + 1);
    }

    /// <summary>Whether the last unit is a letter with which a nukta stays a nukta.</summary>
    public bool TakesNukta => _count == _segment + 1 && _segmentIsPlain && Segment.TakesNukta(_text[_segment]);

    /// <summary>Reads what is still rough, and tells the text.</summary>
    public string Build()
    {
        CloseSegment();
        if (_rough is not null && RoughSegments.Read(_text, _rough) is { } read)
            Replace(read);
        return new string(_text, 0, _count);
    }

    private void CloseSegment()
    {
        if (!_segmentIsPlain)
        {
            if (_count == _segment + 1 && OneUnit.Read(_text[_segment]) is var read and not '\0')
                _text[_segment] = read;
            else
                (_rough ??= []).Add(new TextSpan(_segment, _count - _segment));
        }
        _segment = _count;
        _segmentIsPlain = true;
    }

    private void Replace(RoughSegments read)
    {
        if (read.KeepLengths)
        {
            for (var number = 0; number < _rough!.Count; number++)
                _text[_rough[number].Start] = read[number][0];
            return;
        }
        NotePlaces();
        var length = _count + read.Growth;
        var whole = new ViewBuilder(length) { _starts = new int[length], _ends = new int[length] };
        var from = 0;
        for (var number = 0; number < _rough!.Count; number++)
        {
            var segment = _rough[number];
            whole.Copy(this, from, segment.Start);
            from = segment.End;
            foreach (var unit in read[number])
                whole.Write(unit, _starts![segment.Start], _ends![segment.End - 1]);
        }
        whole.Copy(this, from, _count);
        (_text, _starts, _ends, _count) = (whole._text, whole._starts, whole._ends, whole._count);
    }

    private void Copy(ViewBuilder other, int from, int to)
    {
        other._text.AsSpan(from..to).CopyTo(_text.AsSpan(_count));
        other._starts.AsSpan(from..to).CopyTo(_starts.AsSpan(_count));
        other._ends.AsSpan(from..to).CopyTo(_ends.AsSpan(_count));
        _count += to - from;
    }

    private void WritePair(Rune rune, int start, int end)
    {
        // Nobody can ask for half a pair, so where its halves stand need not be noted.
        if (_starts is null && (start != _count || end != _count + 2))
            NotePlaces();
        if (_count + 2 > _text.Length)
            Grow();
        rune.EncodeToUtf16(_text.AsSpan(_count));
        if (_starts is not null)
        {
            _starts[_count] = _starts[_count + 1] = start;
            _ends![_count] = _ends[_count + 1] = end;
        }
        _count += 2;
    }

    private void Write(char unit, int start, int end)
    {
        if (_starts is null && (start != _count || end != start + 1))
            NotePlaces();
        if (_count == _text.Length)
            Grow();
        _text[_count] = unit;
        if (_starts is not null)
        {
            _starts[_count] = start;
            _ends![_count] = end;
        }
        _count++;
    }

    private void NotePlaces()
    {
        if (_starts is not null)
            return;
        _starts = new int[_text.Length];
        _ends = new int[_text.Length];
        for (var at = 0; at < _count; at++)
            (_starts[at], _ends[at]) = (at, at + 1);
    }

    private void Grow()
    {
        var size = Math.Max(_count + 2, _text.Length * 2);
        Array.Resize(ref _text, size);
        if (_starts is null)
            return;
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
    }
}
