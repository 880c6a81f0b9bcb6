using System.Globalization;
using System.Text;

namespace Moderation.Text.Tests;

public class TextViewTests
{
    [Theory]
    [InlineData("Hello", "hello")]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("so\u00ADft", "soft")]
    [InlineData("\u202Eabc\u202C", "abc")]
    [InlineData("a\0\u0001b", "ab")]
    [InlineData("❤\uFE0F", "❤")]
    [InlineData("क्\u200Dष", "क्ष")]
    [InlineData("user＠gmail．com", "user@gmail.com")]
    [InlineData("𝓯𝓻𝓮𝓮 𝕄𝟙", "free m1")]
    [InlineData("STRASSE straße", "strasse strasse")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ")]
    [InlineData("cafe\u0301 CAFÉ", "café café")]
    [InlineData("J\u030C", "ǰ")]
    [InlineData("\u0958लम", "क\u093Cलम")]
    [InlineData("क\u093Cलम", "क\u093Cलम")]
    [InlineData("न\u093C", "\u0929")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("a\u2800b", "a b")]
    [InlineData("\uFDFA\u0301!", "\uFDFA\u0301!")]
    [InlineData("का\u093C \u095C्क फ़िल्म", "का\u093C \u0921\u093C्क फ\u093Cिल्म")]
    [InlineData("", "")]
    public void Reads_a_text_as_a_person_does(string original, string expected)
    {
        var view = TextView.Clean(original);

        Assert.Equal(expected, view.Text);
    }

    // Not theories: attributes cannot hold lone surrogates.
    [Fact]
    public void Reads_what_is_no_character_as_the_replacement_character()
    {
        Assert.Equal("\uFFFD", TextView.Clean("\uD83D").Text);
        Assert.Equal("a\uFFFDb", TextView.Clean("a\uDE00b").Text);
        Assert.Equal("a\uFFFD\uFFFDb", TextView.Clean("a\uDE00\uD83Db").Text);
        Assert.Equal("\uFFFD", TextView.Clean("\uFFFE").Text);
    }

    [Theory]
    [InlineData("a&#64;b", "a@b")]
    [InlineData("a&#064b", "a@b")]
    [InlineData("a&#x40;b", "a@b")]
    [InlineData("a&COMMAT;b&period;c", "a@b.c")]
    [InlineData("a&amp;#64;b", "a@b")]
    [InlineData("a&amp;amp;b", "a&b")]
    [InlineData("a%40b%2Ec", "a@b.c")]
    [InlineData("a%252540b", "a@b")]
    [InlineData("%E0%A4%B0%E0%A4%BE%E0%A4%AE", "राम")]
    [InlineData("%EF%BC%A0", "@")]
    [InlineData("&#8203;%E2%80%8B", "")]
    [InlineData("&#xD800; &#0; &#99999999999;", "\uFFFD \uFFFD \uFFFD")]
    [InlineData("AT&T &; &# &#x; &nosuch; 100% %4 %zz %ff", "at&t &; &# &#x; &nosuch; 100% %4 %zz %ff")]
    public void Reads_escapes_as_what_they_mean(string original, string expected)
    {
        var view = TextView.Decoded(original);

        Assert.Equal(expected, view.Text);
    }

    [Fact]
    public void A_clean_view_leaves_escapes_as_they_are()
    {
        var view = TextView.Clean("a%40b&#64;");

        Assert.Equal("a%40b&#64;", view.Text);
    }

    [Theory]
    [InlineData("x&#64;y", 1, 1, 1, 5)]
    [InlineData("x%EF%BC%A0y", 1, 1, 1, 9)]
    [InlineData("a\u200Bb c", 0, 2, 0, 3)]
    [InlineData("a\u200Bb c", 2, 2, 3, 2)]
    [InlineData("x㎏y", 2, 1, 1, 1)]
    [InlineData("x𝓯y", 1, 1, 1, 2)]
    [InlineData("cafe\u0301s", 3, 1, 3, 2)]
    [InlineData("यह कुत्ता", 3, 1, 3, 2)]
    [InlineData("a👩\u200D👩\u200D👧b", 1, 2, 1, 8)]
    [InlineData("a\r\nb", 1, 1, 1, 2)]
    [InlineData("😀x\u200Bé😀", 4, 2, 5, 2)]
    [InlineData("\u095C् x", 3, 1, 2, 1)]
    [InlineData("abc", 3, 0, 3, 0)]
    [InlineData("a\u200Bb", 1, 0, 2, 0)]
    public void Knows_where_a_stretch_stands_in_the_original(string original, int start, int length, int expectedStart, int expectedLength)
    {
        var span = TextView.Decoded(original).Original(start, length);

        Assert.Equal(new TextSpan(expectedStart, expectedLength), span);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    [InlineData(2, int.MaxValue)]
    public void Refuses_a_stretch_outside_the_view(int start, int length)
    {
        var view = TextView.Clean("abc");

        Assert.Throws<ArgumentOutOfRangeException>(() => view.Original(start, length));
    }

    [Fact]
    public void Reads_every_character_of_Unicode_as_normalising_the_whole_would()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value) || value == 0xFFFE)
                continue;

            var original = $"a{new Rune(value)}\u0301b";

            var text = TextView.Clean(original).Text;

            if (text != ReadWhole(original))
                Assert.Fail($"U+{value:X4} reads as {Hex(text)}.");
        }
    }

    [Fact]
    public void Reads_any_text_as_normalising_the_whole_would()
    {
        var random = new Random(20_001);
        for (var round = 0; round < 20_000; round++)
        {
            var original = RandomText.Runes(random, random.Next(40));

            Assert.Equal(Hex(ReadWhole(original)), Hex(TextView.Clean(original).Text));
        }
    }

    private static string Hex(string text) => string.Join(" ", text.Select(unit => $"{(int)unit:x4}"));

    [Fact]
    public void Never_throws_and_every_span_lies_on_grapheme_edges()
    {
        var random = new Random(20_002);
        for (var round = 0; round < 20_000; round++)
        {
            var original = RandomText.Units(random, random.Next(60));
            var edges = StringInfo.ParseCombiningCharacters(original).Append(original.Length).ToHashSet();

            foreach (var view in new[] { TextView.Clean(original), TextView.Decoded(original) })
            {
                var start = random.Next(view.Text.Length + 1);
                var length = random.Next(view.Text.Length - start + 1);
                var span = view.Original(start, length);

                Assert.True(view.Text.IsNormalized(NormalizationForm.FormKC) || view.Text.EnumerateRunes().Any(rune => Segment.IsKeptWhole(rune.Value)) || view.Text.Length > Segment.Limit, original);
                Assert.InRange(span.Start, 0, original.Length);
                Assert.InRange(span.End, span.Start, original.Length);
                if (length > 0)
                    Assert.True(edges.Contains(span.Start) && edges.Contains(span.End));
            }
        }
    }

    [Theory]
    [InlineData("\u0301")]
    [InlineData("\u0315\u0316")]
    [InlineData("\u0F71\u0F72")]
    [InlineData("\uFDFA")]
    [InlineData("\uD800")]
    [InlineData("&amp;")]
    [InlineData("&#0")]
    [InlineData("%25")]
    [InlineData("%e0%a4")]
    [InlineData("\u200D")]
    public void Reads_64_Ki_of_anything(string piece)
    {
        var original = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        var view = TextView.Decoded(original);

        Assert.True(view.Text.Length == 0 || view.Original(0, view.Text.Length).Length > 0);
    }

    private static string ReadWhole(string original)
    {
        var text = new StringBuilder();
        var seen = new StringBuilder();
        foreach (var rune in original.EnumerateRunes())
        {
            if (Segment.IsKeptWhole(rune.Value))
            {
                text.Append(Read(seen)).Append(rune);
                seen.Clear();
            }
            else if (!Invisible.Is(rune.Value))
                seen.Append(rune.IsAscii ? Rune.ToLowerInvariant(rune) : rune.Value == 0x2800 ? new Rune(' ') : rune);
        }
        return text.Append(Read(seen)).ToString();

        static string Read(StringBuilder part) => CaseFold.Of(part.ToString().Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC);
    }
}
