using System.Globalization;
using Moderation.Contracts;

namespace Moderation.Dashboard.Pages;

/// <summary>A text cut into pieces that findings are about and pieces that none is about.</summary>
internal static class MarkedText
{
    // Beyond that, marks that touch are one: a page is not for thousands of them.
    private const int MostRanges = 300;

    /// <summary>The pieces, in order; together they are the text. Where marks overlap, a piece has several. Marks may be wrong.</summary>
    public static IReadOnlyList<Piece> Cut(string text, IEnumerable<Mark> marks)
    {
        var ranges = marks.Select(mark => RangeOf(text, mark)).Where(range => range.End > range.Start).Distinct().OrderBy(range => (range.Start, range.End)).ToList();
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var piece in ranges.Count > MostRanges ? Merged(ranges) : Parted(ranges))
        {
            Add(at, piece.Start, []);
            Add(piece.Start, piece.End, piece.Marks);
            at = piece.End;
        }

        Add(at, text.Length, []);
        return pieces;

        void Add(int start, int end, IReadOnlyList<Range> on)
        {
            if (end > start)
            {
                pieces.Add(new Piece(
                    text[start..end],
                    [.. on.Select(range => range.By).Where(by => by >= 0).Distinct()],
                    IsMarked: on.Any(range => !range.IsStruck),
                    IsNote: on.All(range => range.IsNote || range.IsStruck),
                    IsStruck: on.Any(range => range.IsStruck),
                    // Told once, where the word ends.
                    [.. on.Where(range => range.End == end || ranges.Count > MostRanges).Select(range => range.ReadAs).OfType<string>().Distinct(StringComparer.Ordinal)]));
            }
        }
    }

    private static IEnumerable<(int Start, int End, IReadOnlyList<Range> Marks)> Parted(List<Range> ranges)
    {
        var edges = ranges.SelectMany(range => new[] { range.Start, range.End }).Distinct().Order().ToList();
        for (var index = 1; index < edges.Count; index++)
        {
            var (start, end) = (edges[index - 1], edges[index]);
            if (ranges.Where(range => range.Start <= start && range.End >= end).ToList() is { Count: > 0 } on)
            {
                yield return (start, end, on);
            }
        }
    }

    private static IEnumerable<(int Start, int End, IReadOnlyList<Range> Marks)> Merged(List<Range> ranges)
    {
        var on = new List<Range>();
        var end = 0;
        foreach (var range in ranges)
        {
            if (on.Count > 0 && range.Start > end)
            {
                yield return (on[0].Start, end, on);
                on = [];
            }

            on.Add(range);
            end = on.Count == 1 ? range.End : Math.Max(end, range.End);
        }

        yield return (on[0].Start, end, on);
    }

    private static Range RangeOf(string text, Mark mark)
    {
        var (start, end) = Whole(text, mark.Start, mark.Length);
        return new Range(start, end, mark.By, mark.IsNote, mark.IsStruck, mark.ReadAs is { Length: > 0 } entry ? entry : null);
    }

    // A mark that begins inside a letter would tear its vowel sign off.
    private static (int Start, int End) Whole(string text, int from, int length)
    {
        var start = Math.Clamp(from, 0, text.Length);
        var end = (int)Math.Clamp((long)from + length, start, text.Length);
        if (end == start)
        {
            return (start, start);
        }

        while (start > 0 && Continues(text, start))
        {
            start--;
        }

        while (end < text.Length && Continues(text, end))
        {
            end++;
        }

        return (start, end);
    }

    private static bool Continues(string text, int index) =>
        char.IsLowSurrogate(text[index])
        || CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <param name="Start">In UTF-16 units.</param>
    /// <param name="Length">In UTF-16 units.</param>
    /// <param name="By">Which finding it is of, counted from 0 as the verdict lists them; -1 for none.</param>
    /// <param name="IsNote">It only says that something is there, and counts for nothing.</param>
    /// <param name="IsStruck">It will not be published.</param>
    /// <param name="ReadAs">The listed entry that it was read as, where it is written otherwise.</param>
    internal readonly record struct Mark(int Start, int Length, int By = -1, bool IsNote = false, bool IsStruck = false, string? ReadAs = null)
    {
        public static Mark Of(Span span, int by, bool isNote) => new(span.Start, span.Length, by, isNote, ReadAs: span.ReadAs);
    }

    /// <param name="Text">As it stands in the text.</param>
    /// <param name="By">The findings that are about it, as <see cref="Mark.By"/>.</param>
    /// <param name="IsMarked">A finding is about it.</param>
    /// <param name="IsNote">None of the findings counts for anything.</param>
    /// <param name="IsStruck">It will not be published.</param>
    /// <param name="ReadAs">The listed entries that what ends here was read as, where it is written otherwise.</param>
    internal readonly record struct Piece(string Text, IReadOnlyList<int> By, bool IsMarked, bool IsNote, bool IsStruck, IReadOnlyList<string> ReadAs);

    private readonly record struct Range(int Start, int End, int By, bool IsNote, bool IsStruck, string? ReadAs);
}
