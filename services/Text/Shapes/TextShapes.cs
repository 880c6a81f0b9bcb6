namespace Moderation.Text.Shapes;

/// <summary>Measures texts. Views will not do: they have lost the case and the marks.</summary>
public static class TextShapes
{
    private const int FirstCombining = 0x300;

    /// <summary>The shape of a text, in one pass over it.</summary>
    /// <param name="original">Any UTF-16 at all; a lone surrogate is a character that is no letter.</param>
    public static TextShape Measure(string original)
    {
        ArgumentNullException.ThrowIfNull(original);

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
            var cluster = text.Slice(at, Cluster.LengthAt(text[at..]));
            tally.Add(cluster);
            at += cluster.Length;
        }
        return tally.Shape;
    }
}
