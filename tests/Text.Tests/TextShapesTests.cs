using System.Globalization;
using Moderation.Text.Shapes;

namespace Moderation.Text.Tests;

public class TextShapesTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("HELLO there", 10, 0.5)]
    [InlineData("STOP!!! 123", 4, 1)]
    [InlineData("यह हिंदी है", 5, 0)]
    [InlineData("यह OK", 4, 1)]
    [InlineData("ПРИВЕТ привет", 12, 0.5)]
    [InlineData("𝐀𝐁𝐜𝐝", 4, 0.5)]
    [InlineData("ＡＢ", 2, 1)]
    [InlineData("中文", 2, 0)]
    [InlineData("123 !!", 0, 0)]
    [InlineData("e\u0301A", 2, 0.5)]
    public void Counts_letters_and_capitals(string text, int letters, double capitals)
    {
        var shape = TextShapes.Measure(text);

        Assert.Equal((letters, capitals), (shape.Letters, shape.Capitals));
    }

    [Theory]
    [InlineData("no", 0)]
    [InlineData("no!", 1)]
    [InlineData("no!!! yes?", 3)]
    [InlineData("क्या?!?!", 4)]
    [InlineData("！！？", 3)]
    [InlineData("‼️⁉️", 2)]
    [InlineData("❗❗❗", 3)]
    [InlineData("……", 2)]
    [InlineData("...", 0)]
    [InlineData("! ! !", 1)]
    public void Finds_the_longest_run_of_marks(string text, int marks) => Assert.Equal(marks, TextShapes.Measure(text).Marks);

    [Theory]
    [InlineData("plain 123 © ™ → ①", 0)]
    [InlineData("👍", 1)]
    [InlineData("👍🏽👍🏽", 2)]
    [InlineData("🇮🇳🇮🇳", 2)]
    [InlineData("1️⃣9️⃣#️⃣", 3)]
    [InlineData("👨‍👩‍👧‍👦", 4)]
    [InlineData("😂\u200D😂\u200B😂", 3)]
    [InlineData("🏳️‍🌈🙏", 3)]
    [InlineData("❤️❤☺✌️", 4)]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1)]
    [InlineData("©️⭐⌚", 3)]
    public void Counts_emoji_and_each_of_a_joined_group(string text, int emoji) => Assert.Equal(emoji, TextShapes.Measure(text).Emoji);

    [Theory]
    [InlineData("हिंदी में क़लम से लिखो", 0)]
    [InlineData("ज़ैं", 0)]
    [InlineData("क्षत्रिय", 0)]
    [InlineData("ế ǖ", 0)]
    [InlineData("e\u0323\u0302", 0)]
    [InlineData("\u03C9\u0313\u0342\u0345", 0)]
    [InlineData("1️⃣", 0)]
    [InlineData("तमिழ் தமிழ்", 0)]
    [InlineData("a\u0300\u0301\u0302\u0303\u0304\u0305\u0306", 3)]
    [InlineData("क\u0300\u0301", 2)]
    [InlineData("क\u0336\u093E", 1)]
    [InlineData("क\u093E\u093F\u0941\u0947\u0902\u093C", 3)]
    [InlineData("नहींीीीी", 0)]
    [InlineData("\u0301\u0302\u0303\u0304\u0305\u0306", 2)]
    public void Counts_marks_that_no_language_needs(string text, int stacked) =>
        Assert.Equal(stacked, TextShapes.Measure(text).StackedMarks);

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 1)]
    [InlineData("good", 2)]
    [InlineData("sooooo", 5)]
    [InlineData("SoOoO", 4)]
    [InlineData("o o o", 1)]
    [InlineData("!!!!!", 0)]
    [InlineData("यारररर", 4)]
    [InlineData("नहीीीीं", 4)]
    [InlineData("éÉé", 3)]
    [InlineData("aé", 1)]
    [InlineData("ललaल", 2)]
    [InlineData("aलa", 1)]
    public void Finds_the_longest_stretch_of_a_letter(string text, int stretch) =>
        Assert.Equal(stretch, TextShapes.Measure(text).LongestStretch);

    [Fact]
    public void Counts_characters_as_the_tables_of_Unicode_do()
    {
        var random = new Random(30_004);
        string[] pieces = ["\r", "\n", "\r\n", "क", "\u093C", "\u094D", "\u200D", "\u0951", "a", "\u0301", "👍", "🏽", "🇮", "\uFE0F", "\u20E3", "\u0600", "\u1100", "\u1161"];
        for (var round = 0; round < 30_000; round++)
        {
            var text = round % 3 == 0 ? RandomText.Units(random, random.Next(30))
                : round % 3 == 1 ? RandomText.Runes(random, random.Next(30))
                : string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => pieces[random.Next(pieces.Length)]));

            var shape = TextShapes.Measure(text);

            Assert.Equal(new StringInfo(string.Concat(text.Where(unit => unit is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')))).LengthInTextElements, shape.Characters);
            Assert.InRange(shape.Capitals, 0, 1);
            Assert.InRange(shape.Letters, 0, text.Length);
            Assert.InRange(shape.Emoji, 0, text.Length);
        }
    }

    [Theory]
    [InlineData("A")]
    [InlineData("!")]
    [InlineData("क")]
    [InlineData("\u094D")]
    [InlineData("\u0301")]
    [InlineData("\u200D")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("🇮")]
    [InlineData("9️⃣")]
    [InlineData("a\u0301")]
    [InlineData("\r")]
    public void Survives_64_Ki_of_anything(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        Assert.InRange(TextShapes.Measure(text + " ??").Marks, 2, text.Length);
    }
}
