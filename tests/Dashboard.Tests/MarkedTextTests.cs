using Moderation.Contracts;
using Moderation.Dashboard.Pages;

namespace Moderation.Dashboard.Tests;

public class MarkedTextTests
{
    [Theory]
    [InlineData("plain", "", "plain")]
    [InlineData("", "", "")]
    [InlineData("abcdef", "1+2", "a[bc]def")]
    [InlineData("abcdef", "0+6", "[abcdef]")]
    [InlineData("abcdef", "1+2 2+3", "a[bcde]f")]
    [InlineData("abcdef", "3+1 1+2", "a[bcd]ef")]
    [InlineData("abcdef", "1+4 2+1", "a[bcde]f")]
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
            .Select(span => new Span
            {
                Field = "body",
                Start = int.Parse(span[0], System.Globalization.CultureInfo.InvariantCulture),
                Length = int.Parse(span[1], System.Globalization.CultureInfo.InvariantCulture),
            });

        var pieces = MarkedText.Cut(text, parsed);

        Assert.Equal(expected, string.Concat(pieces.Select(piece => piece.Marked ? $"[{piece.Text}]" : piece.Text)));
    }

    [Fact]
    public void Cuts_texts_with_lone_surrogates()
    {
        var pieces = MarkedText.Cut("a\uDE00\uD83D", [new Span { Field = "body", Start = 1, Length = 1 }]);

        Assert.Equal("a\uDE00\uD83D", string.Concat(pieces.Select(piece => piece.Text)));
    }
}
