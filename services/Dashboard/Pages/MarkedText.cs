using System.Globalization;
using Moderation.Contracts;

namespace Moderation.Dashboard.Pages;

/// <summary>A text cut into pieces that a finding is about and pieces that none is about.</summary>
internal static class MarkedText
{
    /// <summary>The pieces, in order; together they are the text. Spans may overlap, and may be wrong.</summary>
    public static IReadOnlyList<Piece> Cut(string text, IEnumerable<Span> spans)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var (start, end) in Merge(text, spans))
        {
            Add(at, start, false);
            Add(start, end, true);
            at = end;
        }

        Add(at, text.Length, false);
        return pieces;

        void Add(int start, int end, bool marked)
        {
            if (end > start)
            {
                pieces.Add(new Piece(text[start..end], marked));
            }
        }
    }

    private static List<(int Start, int End)> Merge(string text, IEnumerable<Span> spans)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var (start, end) in spans.Select(span => Whole(text, span)).Where(range => range.End > range.Start).Order())
        {
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(end, merged[^1].End));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return merged;
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

    internal readonly record struct Piece(string Text, bool Marked);
}
