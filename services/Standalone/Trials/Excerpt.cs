using System.Text;
using Moderation.Contracts;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary>The part of a text that matters, with the matched words marked.</summary>
internal static class Excerpt
{
    private static readonly Style _marked = new(Color.Black, Color.Yellow);

    /// <param name="text">The original text.</param>
    /// <param name="spans">What to mark; they may overlap.</param>
    /// <param name="most">How many characters are shown at most, as people count them.</param>
    /// <returns>Around the first mark when the text is longer.</returns>
    public static Paragraph Of(string text, IReadOnlyList<Span> spans, int most)
    {
        var characters = Printable.Characters(text)
            .Select(character => (character.Shown, IsMarked: spans.Any(span => span.Start < character.Start + character.Length && character.Start < span.Start + span.Length)))
            .ToList();
        var first = characters.FindIndex(character => character.IsMarked);
        // A few words before the mark tell what it is about.
        var start = Math.Clamp(first - (most / 4), 0, Math.Max(0, characters.Count - most));
        var shown = characters.Skip(start).Take(most).ToList();

        var paragraph = new Paragraph();
        paragraph.Append(start > 0 ? "…" : "");
        foreach (var piece in Pieces(shown))
        {
            paragraph.Append(piece.Text, piece.IsMarked ? _marked : Style.Plain);
        }

        return paragraph.Append(start + shown.Count < characters.Count ? "…" : "");
    }

    private static IEnumerable<(string Text, bool IsMarked)> Pieces(List<(string Shown, bool IsMarked)> characters)
    {
        var piece = new StringBuilder();
        for (var at = 0; at < characters.Count; at++)
        {
            piece.Append(characters[at].Shown);
            if (at + 1 == characters.Count || characters[at + 1].IsMarked != characters[at].IsMarked)
            {
                yield return (piece.ToString(), characters[at].IsMarked);
                piece.Clear();
            }
        }
    }
}
