using System.Buffers;

namespace Moderation.Text.Shapes;

/// <summary>Measures texts. Views will not do: they have lost the case and the marks.</summary>
public static class TextShapes
{
    private const int FirstCombining = 0x300;

    // Nobody sees them, so they must not change a number; emoji that they join count one by one.
    private static readonly SearchValues<char> _joiners = SearchValues.Create("\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>The shape of a text, in one pass over it.</summary>
    /// <param name="original">Any UTF-16 at all; a lone surrogate is a character that is no letter.</param>
    public static TextShape Measure(string original)
    {
        ArgumentNullException.ThrowIfNull(original);

        if (original.AsSpan().ContainsAny(_joiners))
            original = string.Concat(original.Where(unit => !_joiners.Contains(unit)));
        var tally = new ShapeTally();
        var text = original.AsSpan();
        for (var at = 0; at < text.Length;)
        {
            var unit = text[at];
            if (unit is < (char)0x7F and not '\r' && (at + 1 == text.Length || text[at + 1] < FirstCombining))
            {
                tally.AddAscii(unit);
                at++;
                continue;
            }
            var length = unit is >= 'ऄ' and <= 'ह' ? LengthOfSimple(text, at) : 0;
            if (length == 0)
                length = Cluster.LengthAt(text[at..]);
            var cluster = text.Slice(at, length);
            if (IsSimple(cluster))
                tally.AddDevanagari(cluster);
            else
                tally.Add(cluster);
            at += length;
        }
        return tally.Shape;
    }

    /// <summary>Whether this is a letter of Devanagari with two signs at most, which are not the same.</summary>
    private static bool IsSimple(ReadOnlySpan<char> cluster) => cluster[0] is >= 'ऄ' and <= 'ह' && cluster.Length switch
    {
        1 => true,
        2 => IsSign(cluster[1]),
        3 => IsSign(cluster[1]) && IsSign(cluster[2]) && cluster[1] != cluster[2],
        _ => false,
    };

    /// <summary>How long a letter of Devanagari is with its signs, if they are two at most and what follows is of the commonest; else 0.</summary>
    private static int LengthOfSimple(ReadOnlySpan<char> text, int at)
    {
        for (var length = 1; length <= 3; length++)
        {
            if (at + length == text.Length || IsStart(text[at + length]))
                return length;
            if (!IsSign(text[at + length]))
                return 0;
        }
        return 0;
    }

    private static bool IsSign(char unit) => UnitReading.KindOf(unit) is UnitReading.Kind.Mark or UnitReading.Kind.Nukta;

    private static bool IsStart(char unit) => unit < FirstCombining || UnitReading.KindOf(unit) == UnitReading.Kind.Letter;
}
