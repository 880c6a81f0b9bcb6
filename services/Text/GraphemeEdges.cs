using System.Globalization;

namespace Moderation.Text;

/// <summary>Where the grapheme clusters of a text begin: one bit a UTF-16 unit, and one for its end.</summary>
internal sealed class GraphemeEdges
{
    private readonly ulong[] _bits;

    public GraphemeEdges(string text)
    {
        _bits = new ulong[text.Length / 64 + 1];
        for (var at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text.AsSpan(at)))
            Mark(at);
        Mark(text.Length);
    }

    public int AtOrBefore(int position)
    {
        while (!IsEdge(position))
            position--;
        return position;
    }

    public int AtOrAfter(int position)
    {
        while (!IsEdge(position))
            position++;
        return position;
    }

    private bool IsEdge(int position) => (_bits[position / 64] >> (position % 64) & 1) != 0;

    private void Mark(int position) => _bits[position / 64] |= 1UL << (position % 64);
}
