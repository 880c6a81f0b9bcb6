using System.Globalization;

namespace Moderation.Text.Tests;

public class ContactDetailsTests
{
    private const string Mark = "✂";
    private const string Login = "🔑";
    private static readonly string[] _marks = [Mark, "", "[email removed]", "[ईमेल हटाया गया]", "at", "user", ".", "com"];

    public static IEnumerable<object[]> Disguised => DisguisedEmails.All.Select(email => new object[] { email.Text, email.Stripped });

    public static TheoryData<string> Innocent { get; } = new(InnocentTexts.All);

    [Theory]
    [MemberData(nameof(Disguised))]
    public void Strips_an_address_and_nothing_else(string text, string expected)
    {
        var stripped = Emails.Redact(text, Mark, Login);

        Assert.Equal(expected, stripped);
    }

    [Theory]
    [MemberData(nameof(Innocent))]
    public void Leaves_an_innocent_text_as_it_is(string text)
    {
        var found = Emails.In(text);

        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Disguised))]
    public void Leaves_nothing_for_a_second_look(string text, string expected)
    {
        foreach (var mark in _marks)
        {
            var stripped = Emails.Redact(text, mark);

            Assert.True(Emails.In(stripped).Length == 0, $"{expected}: {stripped}");
            Assert.Equal(stripped, Emails.Redact(stripped, mark));
        }
    }

    [Fact]
    public void Finds_an_address_whatever_stands_around_it()
    {
        string[] before = ["", "लिखें ", "see (", "\n", "👉", "Email: ", "a. ", "@user ", "5 @ ₹20 "];
        string[] after = ["", " पर", ")", "\n", " 👍", ", thanks", "। धन्यवाद", "!", " / 98"];

        foreach (var (text, _) in DisguisedEmails.All.Where(email => email.Stripped == Mark))
        {
            foreach (var around in from left in before from right in after select (Left: left, Right: right))
            {
                var found = Emails.In(around.Left + text + around.Right);

                Assert.True(
                    found.Any(span => span.Start <= around.Left.Length && span.End >= around.Left.Length + text.Length),
                    $"{around.Left}{text}{around.Right}: {string.Join(", ", found)}");
            }
        }
    }

    [Fact]
    public void Any_units_at_all_are_stripped_for_good_on_grapheme_edges()
    {
        var random = new Random(20_004);
        for (var round = 0; round < 30_000; round++)
        {
            var text = round % 2 == 0 ? RandomText.Units(random, random.Next(40)) : RandomText.Pieces(random, random.Next(25));
            var edges = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();

            var found = Emails.In(text);
            var stripped = Emails.Redact(text, _marks[round % _marks.Length]);

            Assert.All(found, span => Assert.True(span.Length > 0 && edges.Contains(span.Start) && edges.Contains(span.End)));
            Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
            Assert.True(Emails.In(stripped).Length == 0, $"{text} → {stripped}");
        }
    }

    [Fact]
    public void No_text_around_a_plain_address_saves_it()
    {
        var random = new Random(20_005);
        for (var round = 0; round < 20_000; round++)
        {
            var text = $"{RandomText.Pieces(random, random.Next(20))} naam@example.org {RandomText.Units(random, random.Next(20))}";

            var stripped = Emails.Redact(text, Mark);

            Assert.False(stripped.Contains("naam", StringComparison.Ordinal), $"{text} → {stripped}");
        }
    }

    [Theory]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("a.a.a.")]
    [InlineData("a.a.a.@")]
    [InlineData("a@b.com")]
    [InlineData("a@b.com ")]
    [InlineData("\u0301")]
    [InlineData("at ")]
    [InlineData("at")]
    [InlineData("at-")]
    [InlineData("at.")]
    [InlineData("at-b.in/")]
    [InlineData("a at b ")]
    [InlineData("a dot ")]
    [InlineData("a at gmail dot ")]
    [InlineData("a at gmail dot com ")]
    [InlineData("at the rate ")]
    [InlineData("a @ ")]
    [InlineData("\"@")]
    [InlineData("\"")]
    [InlineData("(@")]
    [InlineData(")@")]
    [InlineData("[at]")]
    [InlineData("[.]")]
    [InlineData("a:")]
    [InlineData("a:a@")]
    [InlineData("a ")]
    [InlineData("-")]
    [InlineData("_dot")]
    [InlineData("&#64;")]
    [InlineData("%40")]
    [InlineData("@\u00A0\u00A0\u00A0\u00A0\u00A0")]
    [InlineData("एट द रेट ")]
    [InlineData("gmail")]
    [InlineData("gmail.com ")]
    [InlineData("gmail ")]
    [InlineData("a.gmail.")]
    [InlineData("a-gmail-")]
    [InlineData("email id is gmail.com ")]
    [InlineData("the rate gmail.com ")]
    [InlineData("जीमेल ")]
    [InlineData("aATaDOT")]
    [InlineData("aDOTa")]
    [InlineData("AT")]
    [InlineData("aAT")]
    [InlineData("a t ")]
    [InlineData("- a t ")]
    [InlineData("n a a m @ ")]
    [InlineData("a-@")]
    [InlineData("<a>")]
    [InlineData("<a")]
    [InlineData("<br>@")]
    [InlineData("а@")]
    [InlineData("а at ")]
    [InlineData("()@")]
    [InlineData("()")]
    [InlineData("(a)@")]
    [InlineData("gma|")]
    [InlineData("a@gma!")]
    [InlineData("at sign ")]
    [InlineData(" 9 at ")]
    [InlineData("moc.a@")]
    [InlineData("..at..")]
    [InlineData("a [at] b [dot] c ")]
    [InlineData("🅰@")]
    [InlineData("%26%2340;")]
    [InlineData("&#37;")]
    [InlineData("&#38;#38;#38;")]
    public void Survives_64_Ki_of_anything(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        var stripped = Emails.Redact("x" + text + " naam@example.com", Mark);

        Assert.EndsWith(Mark, stripped, StringComparison.Ordinal);
        Assert.Empty(Emails.In(stripped));
    }

    [Fact]
    public void Refuses_a_mark_that_is_an_email() =>
        Assert.Throws<ArgumentException>(() => Emails.Redact("text", "naam@example.com"));

    [Fact]
    public void The_same_text_comes_back_when_there_is_nothing_to_strip()
    {
        var text = "यह कुत्ता है, look at it";

        Assert.Same(text, Emails.Redact(text, Mark));
    }
}
