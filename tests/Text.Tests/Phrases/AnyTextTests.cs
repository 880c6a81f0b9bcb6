using System.Globalization;

namespace Moderation.Text.Tests.Phrases;

public class AnyTextTests
{
    private const int Rounds = 5_000;

    [Fact]
    public void Answers_any_text_with_spans_on_grapheme_edges()
    {
        var random = new Random(30_001);
        for (var round = 0; round < Rounds; round++)
        {
            var text = SomeText(random);
            var edges = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();

            foreach (var match in Listed.Matcher.Find(TextView.Decoded(text)))
            {
                Assert.InRange(match.Span.Length, 1, text.Length - match.Span.Start);
                Assert.True(edges.Contains(match.Span.Start) && edges.Contains(match.Span.End), text);
            }
        }
    }

    [Fact]
    public void Finds_the_same_again()
    {
        var random = new Random(30_002);
        var texts = Enumerable.Range(0, 500).Select(_ => SomeText(random)).ToArray();
        var first = texts.Select(text => Listed.Matcher.Find(TextView.Decoded(text))).ToArray();

        Parallel.For(0, 4, _ =>
        {
            for (var at = texts.Length - 1; at >= 0; at--)
                Assert.Equal(first[at], Listed.Matcher.Find(TextView.Decoded(texts[at])));
        });
    }

    [Fact]
    public void A_joiner_more_changes_nothing()
    {
        var random = new Random(30_003);
        for (var round = 0; round < Rounds; round++)
        {
            var text = SomeText(random);
            var at = random.Next(text.Length + 1);
            // A joiner inside an entity or a percent code does change what it means.
            if (text.ContainsAny('&', '%') || (at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at])))
                continue;

            var with = text.Insert(at, random.Next(2) == 0 ? "\u200D" : "\u200B");

            Assert.Equal(Phrases(text), Phrases(with));
        }
    }

    public static TheoryData<string> Pieces =>
    [
        "f*u", "a.", "क्", "\u0941", "मा ", "1l", "h", "x", "c h ", "gad ", "kutta ", "@$", "*", "\u0301", "a'b", "ab", "\u0939\u093E ", "ee", "🅰", "chod", "maa", "ल ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Reads_64_Ki_of_anything(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        var matches = Listed.Matcher.Find(TextView.Decoded(text));

        Assert.All(matches, match => Assert.InRange(match.Span.End, 1, text.Length));
    }

    private static string Phrases(string text) => string.Join(' ', Listed.Matcher.Find(TextView.Decoded(text)).Select(match => match.Phrase));

    /// <summary>Anything at all, with a listed word in it as often as not, as it is or disguised.</summary>
    private static string SomeText(Random random)
    {
        var text = random.Next(2) == 0 ? RandomText.Units(random, random.Next(30)) : RandomText.Runes(random, random.Next(30));
        if (random.Next(2) == 0)
            return text;
        var word = Listed.All[random.Next(Listed.All.Count)].Text.Replace("+", "", StringComparison.Ordinal);
        var disguise = Disguises.All.Values.ElementAt(random.Next(Disguises.All.Count));
        return text + " " + disguise(word);
    }
}
