namespace Moderation.Publisher.Tests;

public sealed class PublicTextTests
{
    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u0001\u0008\u000b\u000c\u001b\u001f\u007fb", "ab")]
    [InlineData("a\u0080\u009d\u009fb", "ab")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("a\r\nb\rc\n\rd", "a\nb\nc\n\nd")]
    [InlineData("\u202aa\u202bb\u202cc\u202dd\u202ee", "abcde")]
    [InlineData("\u2066a\u2067b\u2068c\u2069d", "abcd")]
    [InlineData("a\ud83d", "a")]
    [InlineData("\ude42a", "a")]
    [InlineData("\ude42\ud83d\ud83d\ude42", "🙂")]
    [InlineData("क्‍ष र्‌क \u200e\u200f", "क्‍ष र्‌क \u200e\u200f")]
    [InlineData("", "")]
    public void Removes_what_breaks_or_turns_a_page_and_keeps_the_rest(string text, string clean) =>
        Assert.Equal(clean, PublicText.Clean(text));

    [Fact]
    public void Cleaning_once_is_enough()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next(0, 0x10000)));

            var clean = PublicText.Clean(text);

            Assert.Equal(clean, PublicText.Clean(clean));
            Assert.True(clean.IsNormalized() || clean.Length > 0);
            Assert.DoesNotContain(clean, character => char.IsControl(character) && character is not ('\n' or '\t'));
        }
    }

    [Fact]
    public void A_name_stands_on_one_line() => Assert.Equal("आशा देवी", PublicText.CleanLine(" आशा\r\nदेवी\t"));
}
