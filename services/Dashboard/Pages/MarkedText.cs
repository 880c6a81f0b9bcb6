using System.Globalization;
using Moderation.Contracts;

namespace Moderation.Dashboard.Pages;

/// <summary>A text cut into pieces that a finding is about and pieces that none is about.</summary>
internal static class MarkedText
{
    /// <summary>The pieces, in order; together they are the text. Marks may overlap, and may be wrong.</summary>
    public static IReadOnlyList<Piece> Cut(string text, IEnumerable<Mark> marks)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var range in Merge(text, marks))
        {
            AddPlain(at, range.Start);
            pieces.Add(new Piece(text[range.Start..range.End], true, range.IsNote, range.ReadAs));
            at = range.End;
        }

        AddPlain(at, text.Length);
        return pieces;

        void AddPlain(int start, int end)
        {
            if (end > start)
            {
                pieces.Add(new Piece(text[start..end], false, false, []));
            }
        }
    }

    private static List<Range> Merge(string text, IEnumerable<Mark> marks)
    {
        var merged = new List<Range>();
        foreach (var range in marks.Select(mark => RangeOf(text, mark)).Where(range => range.End > range.Start).OrderBy(range => (range.Start, range.End)))
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1].And(range);
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }

    private static Range RangeOf(string text, Mark mark)
    {
        var (start, end) = Whole(text, mark.Span);
        return new Range(start, end, mark.IsNote, mark.Span.ReadAs is { Length: > 0 } entry ? [entry] : []);
    }

    // A mark that begins inside a letter would tear its vowel sign off.
    private static (int Start, int End) Whole(string text, Span span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var end = (int)Math.Clamp((long)span.Start + span.Length, start, text.Length);
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

    /// <param name="Span">Where.</param>
    /// <param name="IsNote">It only says that something is there, and counts for nothing.</param>
    internal readonly record struct Mark(Span Span, bool IsNote);

    /// <param name="Text">As it stands in the text.</param>
    /// <param name="IsMarked">A finding is about it.</param>
    /// <param name="IsNote">None of the findings counts for anything.</param>
    /// <param name="ReadAs">The listed entries that it was read as, where it is written otherwise.</param>
    internal readonly record struct Piece(string Text, bool IsMarked, bool IsNote, IReadOnlyList<string> ReadAs);

    private readonly record struct Range(int Start, int End, bool IsNote, IReadOnlyList<string> ReadAs)
    {
        public Range And(Range next) => new(Start, Math.Max(End, next.End), IsNote && next.IsNote, [.. ReadAs.Union(next.ReadAs, StringComparer.Ordinal)]);
    }
}
