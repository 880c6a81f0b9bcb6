using System.Globalization;

namespace Moderation.Text.Tests;

public class WordMatcherTests
{
    [Theory]
    [InlineData("कुत्ता", "यह कुत्ता है", "कुत्ता")]
    [InlineData("कुत्ता", "यह कुत्ताघर है", null)]
    [InlineData("कुत्ता", "कुत्ता", "कुत्ता")]
    [InlineData("कुत्ता", "(कुत्ता)।", "कुत्ता")]
    [InlineData("कुत्ता", "कुत्\u200Dता", "कुत्\u200Dता")]
    [InlineData("मर", "वह मरा", null)]
    [InlineData("मर", "वह मर गया", "मर")]
    [InlineData("मर", "अमर", null)]
    [InlineData("मर", "मर१", null)]
    [InlineData("मर", "मर्", null)]
    [InlineData("बड़ा", "ब\u095Cा", "ब\u095Cा")]
    [InlineData("ब\u095Cा", "बड\u093Cा", "बड\u093Cा")]
    [InlineData("dog", "a DOG!", "DOG")]
    [InlineData("dog", "dogs", null)]
    [InlineData("dog", "hotdog", null)]
    [InlineData("dog", "dog_house", "dog")]
    [InlineData("dog", "dog\u0301", null)]
    [InlineData("dog", "d\u200Bo\u00ADg", "d\u200Bo\u00ADg")]
    [InlineData("dog", "𝐝𝐨𝐠", "𝐝𝐨𝐠")]
    [InlineData("dog", "𝐝𝐨𝐠𝐬", null)]
    [InlineData("dog", "𐐀dog", null)]
    [InlineData("dog", "dog𐐀", null)]
    [InlineData("dog", "👍dog👍", "dog")]
    [InlineData("DOG", "dog", "dog")]
    [InlineData("two words", "Two \t\r\n words", "Two \t\r\n words")]
    [InlineData("  two   words  ", "xx two words.", "two words")]
    [InlineData("two words", "twowords", null)]
    [InlineData("two words", "two, words", null)]
    [InlineData("👍", "abc👍def", "👍")]
    [InlineData("👍", "👍🏽", "👍🏽")]
    [InlineData("c++", "c++ and c+++", "c++")]
    public void Finds_whole_words_only(string entry, string text, string? expected)
    {
        var matches = new WordMatcher([entry]).Find(TextView.Clean(text));

        Assert.Equal(expected, matches.Count == 0 ? null : text.Substring(matches[0].Span.Start, matches[0].Span.Length));
    }

    [Fact]
    public void Names_the_entry_and_keeps_the_order_of_the_text()
    {
        var matcher = new WordMatcher(["cat", "", "dog", " ", "\u200B", "cow"]);

        var matches = matcher.Find(TextView.Clean("cow dog cat cow"));

        Assert.Equal([(5, 0), (2, 4), (0, 8), (5, 12)], matches.Select(match => (match.Entry, match.Span.Start)));
    }

    [Fact]
    public void Drops_a_hit_inside_a_longer_one_but_keeps_overlapping_and_equal_ones()
    {
        var matcher = new WordMatcher(["a b", "b c", "b", "c", "A  B", "d"]);

        var matches = matcher.Find(TextView.Clean("a b c d"));

        Assert.Equal([(0, 0), (4, 0), (1, 2), (5, 6)], matches.Select(match => (match.Entry, match.Span.Start)));
    }

    [Fact]
    public void An_empty_list_finds_nothing()
    {
        var matches = new WordMatcher([]).Find(TextView.Clean("anything"));

        Assert.Empty(matches);
    }

    [Fact]
    public void Allocates_nothing_when_nothing_matches()
    {
        var matcher = new WordMatcher(["कुत्ता", "dog", "two words"]);
        var view = TextView.Clean("nothing here, hotdogs and कुत्ताघर, two  wordsmiths");
        matcher.Find(view);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var matches = matcher.Find(view);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Empty(matches);
    }

    [Fact]
    public void Agrees_with_the_naive_search()
    {
        var random = new Random(20_003);
        string[] letters = ["a", "b", " ", "क", "\u093C", "\u094D", "é", "👍", "𐐀", "-", "1"];
        string Any(int most) => string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => letters[random.Next(letters.Length)]));

        for (var round = 0; round < 20_000; round++)
        {
            var entries = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Any(5)).ToArray();
            var view = TextView.Clean(Any(40));

            var matches = new WordMatcher(entries).Find(view);

            Assert.Equal(SearchNaively(entries, view), InOrder(matches));
        }
    }

    [Fact]
    public void Finds_every_entry_of_a_long_list()
    {
        var entries = Enumerable.Range(0, 5_000).Select(number => $"शब्द{number} word{number}").ToArray();
        var matcher = new WordMatcher(entries);

        var found = matcher.Find(TextView.Clean(string.Join(", ", entries)));

        Assert.Equal(Enumerable.Range(0, 5_000), found.Select(match => match.Entry));
    }

    private static IEnumerable<WordMatch> SearchNaively(string[] entries, TextView view)
    {
        var hits = new List<(int Start, int End, int Entry)>();
        for (var entry = 0; entry < entries.Length; entry++)
        {
            var words = TextView.Clean(entries[entry]).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            for (var start = 0; start < view.Text.Length; start++)
            {
                if (EndOf(words, view.Text, start) is { } end && IsEdge(view.Text, start) && IsEdge(view.Text, end))
                    hits.Add((start, end, entry));
            }
        }
        return InOrder(hits
            .Where(hit => !hits.Exists(other =>
                other.Start <= hit.Start && other.End >= hit.End && other.End - other.Start > hit.End - hit.Start))
            .Select(hit => new WordMatch(hit.Entry, view.Original(hit.Start, hit.End - hit.Start))));
    }

    private static IEnumerable<WordMatch> InOrder(IEnumerable<WordMatch> matches) =>
        matches.OrderBy(match => match.Span.Start).ThenBy(match => match.Span.End).ThenBy(match => match.Entry);

    private static int? EndOf(string[] words, string text, int start)
    {
        for (var word = 0; word < words.Length; word++)
        {
            var spaces = 0;
            while (word > 0 && start + spaces < text.Length && char.IsWhiteSpace(text[start + spaces]))
                spaces++;
            if (word > 0 && spaces == 0)
                return null;
            start += spaces;
            if (string.CompareOrdinal(text, start, words[word], 0, words[word].Length) != 0)
                return null;
            start += words[word].Length;
        }
        return start;
    }

    private static bool IsEdge(string text, int position)
    {
        if (position == 0 || position == text.Length)
            return true;
        var before = position > 1 && char.IsLowSurrogate(text[position - 1]) ? position - 2 : position - 1;
        return CharUnicodeInfo.GetUnicodeCategory(text, position)
                is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            && !(IsWord(text, before) && IsWord(text, position));
    }

    private static bool IsWord(string text, int position) =>
        CharUnicodeInfo.GetUnicodeCategory(text, position) <= UnicodeCategory.OtherNumber;
}
