using Moderation.Text.Contacts;

namespace Moderation.Text.Tests;

public class RedactionTests
{
    private static readonly ContactMarks _numbersStay = new() { Email = "✂", Credentials = "🔑" };
    private static readonly ContactMarks _numbersGo = _numbersStay with { Phone = "☎" };

    [Theory]
    [InlineData("call 98765 43210 now", "call ☎ now")]
    [InlineData("9876543210/8765432109", "☎/☎")]
    [InlineData("नौ आठ सात छह पांच चार तीन दो एक शून्य पर", "☎ पर")]
    [InlineData("WhatsApp karo 9876543210", "WhatsApp karo ☎")]
    [InlineData("https://wa.me/919876543210?text=hi", "☎")]
    [InlineData("wa.me/%2B919876543210", "☎")]
    [InlineData("api.whatsapp.com/send?phone=919876543210.", "☎.")]
    [InlineData("t.me/+919876543210", "☎")]
    [InlineData("9876543210@ybl", "☎")]
    [InlineData("9876543210 @ ybl", "☎")]
    [InlineData("upi://pay?pa=9876543210@paytm", "☎")]
    [InlineData("9876543210@example.com", "✂")]
    [InlineData("naam@ybl", "naam@ybl")]
    [InlineData("chat.whatsapp.com/AbCdEf123", "chat.whatsapp.com/AbCdEf123")]
    [InlineData("t.me/some_channel", "t.me/some_channel")]
    [InlineData("₹9876543210", "₹9876543210")]
    public void Hides_numbers_where_there_is_a_mark_for_them(string text, string expected)
    {
        var redacted = ContactDetails.Redact(text, _numbersGo);

        Assert.Equal(expected, redacted);
        Assert.Equal(redacted, ContactDetails.Redact(redacted, _numbersGo));
    }

    [Theory]
    [InlineData("call 98765 43210 now")]
    [InlineData("https://wa.me/919876543210")]
    [InlineData("9876543210@ybl")]
    public void Leaves_numbers_where_there_is_none(string text) => Assert.Same(text, ContactDetails.Redact(text, _numbersStay));

    [Theory]
    [InlineData("https://user:pass@example.com/ or user@example.com", "https://🔑/ or ✂")]
    [InlineData("mail:user@example.com", "mail:✂")]
    [InlineData("Email:user@example.com", "Email:✂")]
    [InlineData("नाम:user@example.com", "नाम:✂")]
    [InlineData("5:user@example.com", "5:✂")]
    public void Tells_a_login_from_an_address(string text, string expected) => Assert.Equal(expected, ContactDetails.Redact(text, _numbersStay));

    [Theory]
    [InlineData("user%26%2364;example.com")]
    [InlineData("user&#37;40example.com")]
    [InlineData("user%26amp;%2364;example%26period;com")]
    [InlineData("user%26%2337;40example.com")]
    [InlineData("user&#37;2540example.com")]
    [InlineData("user&amp;lt;at&amp;gt;example.com")]
    public void Sees_through_escapes_of_escapes(string text) => Assert.Equal("✂", ContactDetails.Redact(text, _numbersStay));

    [Fact]
    public void Refuses_a_mark_that_is_what_it_stands_for()
    {
        Assert.Throws<ArgumentException>(() => ContactDetails.Redact("text", _numbersStay with { Credentials = "naam@example.com" }));
        Assert.Throws<ArgumentException>(() => ContactDetails.Redact("text", _numbersGo with { Phone = "9876543210" }));
    }

    [Fact]
    public void Numbers_in_any_units_at_all_are_hidden_for_good()
    {
        var random = new Random(20_006);
        string[] pieces = ["9876543210", "98765", "43210", "+91", "-", " ", "wa.me/", "t.me/", "nau ", "आठ ", "double ", "@ybl", "naam@example.com", "upi://", "%", "25", "40"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(16)).Select(_ =>
                random.Next(4) > 0 ? pieces[random.Next(pieces.Length)] : RandomText.Units(random, random.Next(3))));

            var redacted = ContactDetails.Redact(text, _numbersGo);

            Assert.Equal(redacted, ContactDetails.Redact(redacted, _numbersGo));
            Assert.DoesNotContain(ContactDetails.Find(redacted), contact => contact.Kind is ContactKind.Email or ContactKind.Credentials or ContactKind.Phone);
        }
    }
}
