using Moderation.Dashboard.Pages;

namespace Moderation.Dashboard.Tests;

public class MarkedTextTests
{
    [Theory]
    [InlineData("plain", "", "plain")]
    [InlineData("", "", "")]
    [InlineData("abcdef", "1+2", "a[bc]def")]
    [InlineData("abcdef", "0+6", "[abcdef]")]
    [InlineData("abcdef", "1+2 2+3", "a[b][c][de]f")]
    [InlineData("abcdef", "3+1 1+2", "a[bc][d]ef")]
    [InlineData("abcdef", "1+4 2+1", "a[b][c][de]f")]
    [InlineData("abcdef", "0+1 5+1", "[a]bcde[f]")]
    [InlineData("abcdef", "4+9 9+1 -3+2 2+0 2+-1", "abcd[ef]")]
    [InlineData("abc", "1+2147483647", "a[bc]")]
    [InlineData("एक कुत्ता है", "3+1", "एक [कु]त्ता है")]
    [InlineData("एक कुत्ता है", "4+1", "एक [कु]त्ता है")]
    [InlineData("a😀b", "1+1", "a[😀]b")]
    [InlineData("a😀b", "2+1", "a[😀]b")]
    public void Marks_what_findings_are_about_and_never_tears_a_letter(string text, string spans, string expected)
    {
        var parsed = spans.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(span => span.Split('+'))
            .Select(span => Mark(
                int.Parse(span[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(span[1], System.Globalization.CultureInfo.InvariantCulture)));

        var pieces = MarkedText.Cut(text, parsed);

        Assert.Equal(expected, string.Concat(pieces.Select(piece => piece.IsMarked ? $"[{piece.Text}]" : piece.Text)));
    }

    [Fact]
    public void Cuts_texts_with_lone_surrogates()
    {
        var pieces = MarkedText.Cut("a\uDE00\uD83D", [Mark(1, 1)]);

        Assert.Equal("a\uDE00\uD83D", string.Concat(pieces.Select(piece => piece.Text)));
    }

    [Fact]
    public void Tells_what_a_disguised_word_was_read_as()
    {
        var pieces = MarkedText.Cut("b u y now, please", [Mark(0, 5, "buy"), Mark(11, 6)]);

        Assert.Equal(["b u y", "please"], pieces.Where(piece => piece.IsMarked).Select(piece => piece.Text));
        Assert.Equal([["buy"], []], pieces.Where(piece => piece.IsMarked).Select(piece => piece.ReadAs));
    }

    [Fact]
    public void Tells_each_entry_once_where_its_word_ends()
    {
        var pieces = MarkedText.Cut("buynow", [Mark(0, 3, "buy"), Mark(0, 6, "buy now"), Mark(0, 3, "buy")]);

        Assert.Equal([["buy"], ["buy now"]], pieces.Select(piece => piece.ReadAs));
    }

    [Fact]
    public void Knows_every_finding_of_a_piece_where_marks_overlap()
    {
        var pieces = MarkedText.Cut("abcdef", [new(0, 4, By: 0), new(2, 4, By: 1), new(2, 4, By: 1)]);

        Assert.Equal([("ab", "0"), ("cd", "0 1"), ("ef", "1")], pieces.Select(piece => (piece.Text, string.Join(' ', piece.By))));
    }

    [Theory]
    [InlineData(true, true, "nnn")]
    [InlineData(true, false, "n--")]
    [InlineData(false, true, "--n")]
    [InlineData(false, false, "---")]
    public void Is_a_note_only_where_nothing_counts(bool one, bool other, string together)
    {
        var pieces = MarkedText.Cut("98765 43210", [Mark(0, 8) with { IsNote = one }, Mark(4, 7) with { IsNote = other }]);

        Assert.Equal(together, string.Concat(pieces.Select(piece => piece.IsNote ? 'n' : '-')));
    }

    [Fact]
    public void Strikes_what_is_not_published_whether_a_finding_is_about_it_or_not()
    {
        var pieces = MarkedText.Cut("to a@b.in or c@d.in", [new(3, 6, IsStruck: true), new(13, 6, IsStruck: true), new(13, 6, By: 0)]);

        Assert.Equal([("a@b.in", false), ("c@d.in", true)], pieces.Where(piece => piece.IsStruck).Select(piece => (piece.Text, piece.IsMarked)));
    }

    [Fact]
    public void Takes_marks_that_touch_together_where_there_are_thousands()
    {
        var text = new string('x', 20_000);

        var pieces = MarkedText.Cut(text, Enumerable.Range(0, 9_000).Select(at => new MarkedText.Mark(at * 2, at % 3 == 0 ? 1 : 2, By: at % 2)));

        Assert.Equal(text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.InRange(pieces.Count(piece => piece.IsMarked), 1, 3_500);
    }

    private static MarkedText.Mark Mark(int start, int length, string? readAs = null) =>
        new(start, length, ReadAs: readAs);
}
