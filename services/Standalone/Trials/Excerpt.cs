using Moderation.Contracts;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary>The part of a text that matters, with the matched words marked.</summary>
internal static class Excerpt
{
    private static readonly Style _marked = new(Color.Black, Color.Yellow);

    /// <param name="text">The original text.</param>
    /// <param name="spans">What to mark; they may overlap.</param>
    /// <param name="width">How many columns a line has at most.</param>
    /// <param name="lines">About how many lines there are at most.</param>
    /// <returns>Around the first mark when the text is longer.</returns>
    public static Paragraph Of(string text, IReadOnlyList<Span> spans, int width, int lines)
    {
        var characters = Printable.Characters(text)
            .Select(character => new Character(character.Shown, spans.Any(span => span.Start < character.Start + character.Length && character.Start < span.Start + span.Length)))
            .ToList();
        var first = characters.FindIndex(character => character.IsMarked);
        var most = width * lines;
        var start = StartOf(characters, first, most);
        List<Character> shown =
        [
            .. start > 0 ? [new Character("…", false)] : Enumerable.Empty<Character>(),
            .. characters.Skip(start).Take(most),
            .. start + most < characters.Count ? [new Character("…", false)] : Enumerable.Empty<Character>(),
        ];

        var paragraph = new Paragraph();
        foreach (var character in Wrapped(shown, width))
        {
            paragraph.Append(character.Shown, character.IsMarked ? _marked : Style.Plain);
        }

        return paragraph;
    }

    // A few words before the mark tell what it is about.
    private static int StartOf(List<Character> characters, int marked, int most)
    {
        var start = Math.Clamp(marked - (most / 4), 0, Math.Max(0, characters.Count - most));
        if (start == 0)
        {
            return 0;
        }

        var blank = characters.FindIndex(start, character => character.Shown == " ");
        return blank >= 0 && blank < marked ? blank + 1 : start;
    }

    /// <summary>The characters with line breaks among them: in place of blanks, or inside a word that is longer than a line.</summary>
    private static IEnumerable<Character> Wrapped(List<Character> characters, int width)
    {
        var begin = 0;
        while (begin < characters.Count)
        {
            var (end, blank, used) = (begin, -1, 0);
            while (end < characters.Count && used + characters[end].Width <= width)
            {
                blank = characters[end].Shown == " " ? end : blank;
                used += characters[end].Width;
                end++;
            }

            var isLast = end == characters.Count;
            var stop = isLast || blank <= begin ? Math.Max(end, begin + 1) : blank;
            foreach (var character in characters[begin..stop])
            {
                yield return character;
            }

            if (!isLast)
            {
                yield return new Character("\n", false);
            }

            begin = stop < characters.Count && characters[stop].Shown == " " ? stop + 1 : stop;
        }
    }

    private sealed record Character(string Shown, bool IsMarked)
    {
        /// <summary>As terminals reckon that give vowel signs a column of their own; others show shorter lines.</summary>
        public int Width { get; } = Printable.Width(Shown);
    }
}
