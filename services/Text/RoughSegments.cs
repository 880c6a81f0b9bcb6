using System.Text;

namespace Moderation.Text;

/// <summary>
/// Segments that may read otherwise than they are written, all normalised (NFKC) and folded at once: the call into the tables of
/// Unicode costs far more than its work on one segment.
/// </summary>
internal sealed class RoughSegments
{
    // No text of a view has it, for it is invisible.
    private const char Edge = '\u0001';
    private const int MostGrowth = 20;

    private readonly char[] _text;
    private readonly int[] _ends;

    private RoughSegments(char[] text, List<TextSpan> segments)
    {
        _text = text;
        _ends = new int[segments.Count];
        KeepLengths = true;
        for (var (number, at) = (0, 0); number < _ends.Length; number++)
        {
            _ends[number] = at + text.AsSpan(at).IndexOf(Edge);
            var growth = _ends[number] - at - segments[number].Length;
            // In a longer segment the units no longer tell where each of them stood.
            KeepLengths &= growth == 0 && segments[number].Length == 1;
            Growth += growth;
            at = _ends[number] + 1;
        }
    }

    /// <summary>How much longer all of them are than they were; less than 0 if they are shorter.</summary>
    public int Growth { get; }

    /// <summary>Whether each is one unit and was one.</summary>
    public bool KeepLengths { get; }

    /// <summary>Reads the segments of the text; null if they read as they are written.</summary>
    public static RoughSegments? Read(ReadOnlySpan<char> text, List<TextSpan> segments)
    {
        var length = segments.Count;
        foreach (var segment in segments)
            length += segment.Length;
        var written = new char[length];
        var at = 0;
        foreach (var segment in segments)
        {
            text.Slice(segment.Start, segment.Length).CopyTo(written.AsSpan(at));
            at += segment.Length;
            written[at++] = Edge;
        }

        var read = Normalized(written);
        var folded = CaseFold.Of(read);
        if (!read.AsSpan().SequenceEqual(folded))
            read = Normalized(folded);
        return read.AsSpan().SequenceEqual(written) ? null : new RoughSegments(read, segments);
    }

    /// <summary>How the segment reads.</summary>
    public ReadOnlySpan<char> this[int number]
    {
        get
        {
            var start = number == 0 ? 0 : _ends[number - 1] + 1;
            return _text.AsSpan(start, _ends[number] - start);
        }
    }

    private static char[] Normalized(ReadOnlySpan<char> text)
    {
        for (var size = text.Length + text.Length / 2 + 64; size <= text.Length * MostGrowth + 64; size *= 2)
        {
            var normalized = new char[size];
            if (text.TryNormalize(normalized, out var length, NormalizationForm.FormKC))
                return normalized[..length];
        }
        throw new InvalidOperationException("A text grew more than twentyfold; no character of Unicode does.");
    }
}
