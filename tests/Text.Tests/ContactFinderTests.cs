using System.Globalization;
using Moderation.Text.Contacts;

namespace Moderation.Text.Tests;

public class ContactFinderTests
{
    public static TheoryData<string> Numbers { get; } = new(PhoneNumbers.Written);

    public static TheoryData<string> NoNumbers { get; } = new(PhoneNumbers.OtherNumbers);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Finds_a_number_however_it_is_written(string number)
    {
        foreach (var (before, after) in new[] { ("", ""), ("call me on ", " today"), ("मुझे ", " पर फ़ोन करें"), ("👉", "👈"), ("(", ")"), ("a, ", ", b") })
        {
            var text = before + number + after;

            var found = ContactDetails.Find(text).Where(contact => contact.Kind == ContactKind.Phone).ToArray();

            Assert.True(found.Length == 1, $"{text}: {found.Length}");
            var (start, end) = (found[0].Span.Start, found[0].Span.End);
            Assert.True(start <= before.Length && start >= before.Length - 1, $"{text}: {start}");
            Assert.True(end >= before.Length + number.TrimEnd(')').Length && end <= text.Length - after.Length + 1, $"{text}: {end}");
        }
    }

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void Leaves_other_numbers_alone(string text)
    {
        Assert.Empty(ContactDetails.Find(text));
        Assert.Empty(ContactDetails.Find($"कल {text} देखा"));
    }

    [Theory]
    [InlineData("9876543210, 8765432109", "9876543210|8765432109")]
    [InlineData("9876543210 / 8765432109", "9876543210|8765432109")]
    [InlineData("9876543210/8765432109", "9876543210|8765432109")]
    [InlineData("9876543210,8765432109", "9876543210|8765432109")]
    [InlineData("9876543210\n8765432109", "9876543210|8765432109")]
    [InlineData("9876543210 8765432109", "9876543210|8765432109")]
    [InlineData("98765 43210 87654 32109", "98765 43210|87654 32109")]
    [InlineData("plot 5 9876543210", "9876543210")]
    [InlineData("no9876543210call", "9876543210")]
    [InlineData("नंबर9876543210पर", "9876543210")]
    [InlineData("mob-9876543210", "9876543210")]
    [InlineData("tel:+919876543210", "+919876543210")]
    public void Tells_numbers_apart(string text, string numbers) =>
        Assert.Equal(numbers, Written(text, ContactKind.Phone));

    [Theory]
    [InlineData("https://wa.me/919876543210", "https://wa.me/919876543210")]
    [InlineData("wa.me/919876543210.", "wa.me/919876543210")]
    [InlineData("join chat.whatsapp.com/AbCdEf123 now", "chat.whatsapp.com/AbCdEf123")]
    [InlineData("api.whatsapp.com/send?phone=919876543210", "api.whatsapp.com/send?phone=919876543210")]
    [InlineData("whatsapp://send?phone=1", "whatsapp://send?phone=1")]
    [InlineData("WhatsApp karo 9876543210", "WhatsApp karo 9876543210")]
    [InlineData("9876543210 par whatsapp karo", "9876543210 par whatsapp")]
    [InlineData("watsapp no 98765-43210", "watsapp no 98765-43210")]
    [InlineData("wp 9876543210", "wp 9876543210")]
    [InlineData("pls wats app 9876543210", "wats app 9876543210")]
    [InlineData("*WhataApp or Mobile* *9876543210*", "WhataApp or Mobile* *9876543210")]
    [InlineData("wapp:9876543210", "wapp:9876543210")]
    [InlineData("व्हाट्सएप करें 9876543210", "व्हाट्सएप करें 9876543210")]
    [InlineData("व्हाट्सऐप नंबर ९८७६५४३२१०", "व्हाट्सऐप नंबर ९८७६५४३२१०")]
    [InlineData("वाट्सअप 9876543210", "वाट्सअप 9876543210")]
    [InlineData("9876543210 (व्हाट्सअप)", "9876543210 (व्हाट्सअप")]
    [InlineData("WhatsApp was down today", "")]
    [InlineData("व्हाट्सएप पर अफ़वाह फैली", "")]
    [InlineData("whatsapp.com is a site", "")]
    [InlineData("wa.me/", "")]
    [InlineData("kuwa.me/x", "")]
    public void Finds_invitations_to_WhatsApp(string text, string expected) =>
        Assert.Equal(expected, Written(text, ContactKind.WhatsApp));

    [Theory]
    [InlineData("t.me/some_channel", "t.me/some_channel")]
    [InlineData("https://t.me/+AbCd", "https://t.me/+AbCd")]
    [InlineData("telegram.me/some", "telegram.me/some")]
    [InlineData("tg://resolve?domain=some", "tg://resolve?domain=some")]
    [InlineData("telegram @some_name", "telegram @some_name")]
    [InlineData("Telegram: @some_name", "Telegram: @some_name")]
    [InlineData("टेलीग्राम चैनल @some_name", "टेलीग्राम चैनल @some_name")]
    [InlineData("@some_name on telegram", "@some_name on telegram")]
    [InlineData("telegram 9876543210", "telegram 9876543210")]
    [InlineData("telegram banned in some country", "")]
    [InlineData("@some_name aap kaise ho", "")]
    [InlineData("at.me/x start.me/x", "")]
    [InlineData("telegram naam@example.com", "")]
    [InlineData("@some_name @other_name this will be telecast", "")]
    public void Finds_invitations_to_Telegram(string text, string expected) =>
        Assert.Equal(expected, Written(text, ContactKind.Telegram));

    [Theory]
    [InlineData("pay naam@okaxis now", "naam@okaxis")]
    [InlineData("naam.kul-1@oksbi.", "naam.kul-1@oksbi")]
    [InlineData("NAAM@YBL", "NAAM@YBL")]
    [InlineData("9876543210@paytm", "9876543210@paytm")]
    [InlineData("naam＠okicici", "naam＠okicici")]
    [InlineData("naam @ okhdfcbank", "naam @ okhdfcbank")]
    [InlineData("upi://pay?pa=naam@ybl&pn=Naam", "upi://pay?pa=naam@ybl&pn=Naam")]
    [InlineData("naam@ybl। धन्यवाद", "naam@ybl")]
    [InlineData("@paytm is down, thanks @paytm", "")]
    [InlineData("naam@hdfcbank.com", "")]
    [InlineData("naam@ybl.example.com", "")]
    [InlineData("naam@somebank", "")]
    public void Finds_payment_addresses(string text, string expected) =>
        Assert.Equal(expected, Written(text, ContactKind.Upi));

    [Theory]
    [InlineData("naam@example.com", "Email")]
    [InlineData("9876543210@example.com", "Email")]
    [InlineData("ftp://pathak:khufia@example.com", "Credentials")]
    [InlineData("naam@okaxis", "Upi")]
    [InlineData("9876543210@ybl", "Phone Upi")]
    [InlineData("whatsapp 9876543210", "WhatsApp Phone")]
    [InlineData("wa.me/919876543210", "WhatsApp")]
    [InlineData("t.me/x9876543210", "Telegram")]
    [InlineData("naam at gmail dot com ya 9876543210", "Email Phone")]
    public void One_contact_is_two_only_if_it_is_both(string text, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', ContactDetails.Find(text).Select(contact => contact.Kind)));

    [Fact]
    public void Any_units_at_all_give_contacts_on_grapheme_edges()
    {
        var random = new Random(30_003);
        string[] pieces = ["9876543210", "98765", "+91", "-", "९", "9️⃣", "nau ", "आठ ", "wa.me/", "t.me/", "telegram ", "@okaxis", "व्हाट्सएप ", "double ", "\u20E3", "𝟗", "o", "l"];
        for (var round = 0; round < 30_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ =>
                random.Next(3) > 0 ? pieces[random.Next(pieces.Length)] : RandomText.Units(random, random.Next(3))));
            var edges = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();

            var found = ContactDetails.Find(text);

            Assert.All(found, contact => Assert.True(contact.Span.Length > 0 && edges.Contains(contact.Span.Start) && edges.Contains(contact.Span.End), text));
            Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.Span.Start <= pair.Second.Span.Start, text));
        }
    }

    [Theory]
    [InlineData("9")]
    [InlineData("9 ")]
    [InlineData("9-")]
    [InlineData("98765 43210 ")]
    [InlineData("+91")]
    [InlineData("9876543210")]
    [InlineData("9876543210 ")]
    [InlineData("१")]
    [InlineData("9️⃣")]
    [InlineData("9👍")]
    [InlineData("9\u0301")]
    [InlineData("nau ")]
    [InlineData("double ")]
    [InlineData("nau-")]
    [InlineData("9 nau ")]
    [InlineData("नौ ")]
    [InlineData("wa.me/")]
    [InlineData("wa.me/9 ")]
    [InlineData("t.me/x ")]
    [InlineData("whatsapp ")]
    [InlineData("telegram @")]
    [InlineData("telegram @some ")]
    [InlineData("@okaxis")]
    [InlineData("a@ybl ")]
    [InlineData("upi://")]
    [InlineData("upi://a@ybl ")]
    [InlineData("9o")]
    [InlineData("(")]
    [InlineData("\u20E3")]
    [InlineData("rs 9876543210 ")]
    public void Survives_64_Ki_of_anything(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        var found = ContactDetails.Find(text + " , call 9123456789 , ");

        Assert.Contains(found, contact => contact.Kind == ContactKind.Phone);
    }

    private static string Written(string text, ContactKind kind) => string.Join('|', ContactDetails.Find(text)
        .Where(contact => contact.Kind == kind)
        .Select(contact => text.Substring(contact.Span.Start, contact.Span.Length)));
}
