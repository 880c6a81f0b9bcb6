using Moderation.Worker.Rules;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Tests;

public sealed class QuoteTests
{
    [Fact]
    public void A_disguised_word_is_told_as_listed_and_as_written()
    {
        var told = Quotes.Of([new FoundWord(Entry("wug wug", Severity.Severe), "w.u.g wug"), new FoundWord(Entry("blorb", Severity.Mild), null)]);

        Assert.Equal("“wug wug” (severe, written “w.u.g wug”), “blorb” (mild)", told.English);
        Assert.Equal("“wug wug” (गंभीर, “w.u.g wug” लिखा है), “blorb” (हल्का)", told.Hindi);
    }

    [Theory]
    [InlineData("blorb+", "blorb")]
    [InlineData("*blorb*", "blorb")]
    [InlineData("=blorb", "blorb")]
    [InlineData("wug+ ... blorb*", "wug … blorb")]
    public void Words_are_quoted_without_the_signs_of_lists(string entry, string words) => Assert.Equal(words, Entry(entry, Severity.Mild).Words);

    [Fact]
    public void Five_words_are_quoted_and_the_rest_is_counted()
    {
        var told = Quotes.Of([.. Enumerable.Range(0, 9).Select(number => new FoundWord(Entry($"blorb{number}", Severity.Strong), null))]);

        Assert.EndsWith("“blorb4” (strong) and 4 more", told.English, StringComparison.Ordinal);
        Assert.EndsWith("“blorb4” (कड़ा) और 4 अन्य", told.Hindi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData("two\r\nlines\u0000", "two  lines ")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789012345678901", "1234567890123456789012345678901234567890…")]
    public void A_piece_of_a_comment_is_short_and_on_one_line(string text, string piece) => Assert.Equal(piece, Quotes.Piece(text));

    [Fact]
    public void A_piece_of_a_comment_is_well_formed() => Assert.Equal("a\uFFFDb", Quotes.Piece("a\uD800b"));

    [Fact]
    public void A_letter_under_a_thousand_marks_is_no_long_piece() => Assert.Equal("a…", Quotes.Piece("ab" + new string('\u0301', 1_000)));

    [Fact]
    public void A_word_found_twice_counts_with_its_worst_severity_and_all_its_labels()
    {
        var evidence = new Evidence();

        evidence.Find(Entry("blorb", Severity.Mild, "profanity"), null);
        evidence.Find(Entry("snarf", Severity.Strong), null);
        evidence.Find(Entry("blorb", Severity.Severe, "hate"), "bl0rb");

        Assert.Equal(["blorb", "snarf"], evidence.Words.Select(word => word.Entry.Text));
        Assert.Equal(["profanity", "hate"], evidence.Words[0].Entry.Labels);
        Assert.Null(evidence.Words[0].Written);
    }

    private static WordEntry Entry(string text, Severity severity, params string[] labels) => new(text, "en", severity, labels);
}
