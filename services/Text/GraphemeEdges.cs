using System.Numerics;
using Moderation.Text.Shapes;

namespace Moderation.Text;

/// <summary>Where the grapheme clusters of a text begin: one bit a UTF-16 unit, and one for its end.</summary>
internal sealed class GraphemeEdges
{
    private readonly ulong[] _bits;

    public GraphemeEdges(string text)
    {
        _bits = new ulong[text.Length / 64 + 1];
        for (var at = 0; at < text.Length; at += Cluster.LengthAt(text.AsSpan(at)))
            Mark(at);
        Mark(text.Length);
    }

    public int AtOrBefore(int position)
    {
        var at = position / 64;
        var bits = _bits[at] & ulong.MaxValue >> (63 - position % 64);
        while (bits == 0)
            bits = _bits[--at];
        return at * 64 + BitOperations.Log2(bits);
    }

    public int AtOrAfter(int position)
    {
        var at = position / 64;
        var bits = _bits[at] & ulong.MaxValue << (position % 64);
        while (bits == 0)
            bits = _bits[++at];
        return at * 64 + BitOperations.TrailingZeroCount(bits);
    }

    private void Mark(int position) => _bits[position / 64] |= 1UL << (position % 64);
}
