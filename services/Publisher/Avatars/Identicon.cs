using System.Globalization;
using System.Text;

namespace Moderation.Publisher.Avatars;

/// <summary>A picture of five by five squares, left and right alike, drawn from a key of hex digits.</summary>
internal static class Identicon
{
    private const int Side = 5;

    // Muted, and dark enough to be told from the pale ground.
    private static readonly string[] _colours =
        ["#4a6fa5", "#5b8e7d", "#8e6c8a", "#b0785a", "#6b7a8f", "#7a8450", "#a0616a", "#4f8a8b", "#8a7ca8", "#9c8443", "#5f7f5f", "#7d6b5d"];

    public static string Draw(string key)
    {
        var bits = ulong.Parse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var squares = new StringBuilder();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var column = Math.Min(x, Side - 1 - x);
                if ((bits >> (y * 3 + column) & 1) == 1)
                {
                    squares.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var colour = _colours[(bits >> 32) % (ulong)_colours.Length];
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 7 7" width="64" height="64" shape-rendering="crispEdges"><path fill="#eef0f2" d="M-1-1h7v7h-7z"/><path fill="{colour}" d="{squares}"/></svg>
            """;
    }
}
