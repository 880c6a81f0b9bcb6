using System.Net;
using Moderation.Text.Contacts;
using Moderation.Text.Tests.Disguises;
using Xunit.Abstractions;

namespace Moderation.Text.Tests;

public class AddressLeakTests(ITestOutputHelper output)
{
    private const int Rounds = 20_000;
    private const double MostLosses = 0.01;

    private static readonly ContactMarks _marks = new() { Email = "[ईमेल हटाया गया]", Credentials = "[login removed]", Phone = "[phone number hataya gaya]" };

    private static readonly string[] _phrases =
    [
        "", "", "मुझे लिखें", "यह खबर सही है।", "write to me", "I agree with this.", "mujhe mail karo", "bahut achha likha hai!", "contact", "पता:", "Email -",
        "5 @ ₹20", "@pathak", "9876543210", "https://example.org/a?b=c", "👍", "ठीक है,", "reach me on", "mera id", "see page 7", "\n\n", "“सच”",
    ];

    [Fact]
    public void No_address_of_the_tables_gets_through_and_hardly_a_text_loses_more()
    {
        var addresses = new Figures();
        var innocents = new Figures();

        foreach (var (text, stripped) in DisguisedEmails.All)
            addresses.Count(text, stripped);
        foreach (var text in InnocentTexts.All)
            innocents.Count(text, text);

        output.WriteLine($"{addresses.Texts} addresses: {addresses.Leaks.Count} get through, {addresses.Losses.Count} take more with them");
        output.WriteLine($"{innocents.Texts} innocent texts: {innocents.Losses.Count} lose something");
        Assert.True(addresses.Texts >= 300 && innocents.Texts >= 150);
        Assert.Empty(addresses.Leaks);
        Assert.InRange((double)addresses.Losses.Count / addresses.Texts, 0, MostLosses);
        Assert.InRange((double)innocents.Losses.Count / innocents.Texts, 0, MostLosses);
    }

    [Fact]
    public void A_table_tells_a_leak_from_a_loss()
    {
        var figures = new Figures();

        figures.Count("naam@example.com ok", "✂ ok");
        figures.Count("naam@example.com ok", "✂");
        figures.Count("naam@example.com ok", "naam@example.com ok");

        Assert.Equal(["naam@example.com ok"], figures.Leaks);
        Assert.Equal(["naam@example.com ok"], figures.Losses);
    }

    [Fact]
    public void No_address_survives_in_any_disguise_in_any_text()
    {
        var random = new Random(20_007);
        for (var round = 0; round < Rounds; round++)
        {
            var address = new RandomAddress(random);
            var text = $"{Phrase(random)} {address.Text} {Phrase(random)}".Trim();

            var redacted = ContactDetails.Redact(text, _marks);

            foreach (var reading in Readings(redacted))
            {
                Assert.False(Tells(reading, address), $"{address}: {text} → {redacted}");
                Assert.DoesNotContain(ContactDetails.Find(reading), contact => contact.Kind is ContactKind.Email or ContactKind.Credentials);
            }
            Assert.Equal(redacted, ContactDetails.Redact(redacted, _marks));
        }
    }

    [Fact]
    public void No_address_survives_between_random_pieces()
    {
        var random = new Random(20_008);
        for (var round = 0; round < Rounds; round++)
        {
            var address = new RandomAddress(random);
            var text = $"{RandomText.Pieces(random, random.Next(8))}\n{address.Text}\n{RandomText.Units(random, random.Next(8))}";

            var redacted = ContactDetails.Redact(text, _marks);

            Assert.Equal(redacted, ContactDetails.Redact(redacted, _marks));
            Assert.All(Readings(redacted), reading => Assert.DoesNotContain(
                ContactDetails.Find(reading), contact => contact.Kind is ContactKind.Email or ContactKind.Credentials));
        }
    }

    private static string Phrase(Random random) => _phrases[random.Next(_phrases.Length)];

    // What is left, and what a page, a link or a reader makes of it.
    private static IEnumerable<string> Readings(string text)
    {
        yield return text;
        yield return TextView.Clean(text).Text;
        for (var reading = TextView.Decoded(text).Text; reading != text; text = reading, reading = TextView.Decoded(text).Text)
            yield return reading;
        yield return WebUtility.HtmlDecode(text);
        yield return WebUtility.UrlDecode(text);
    }

    private static bool Tells(string text, RandomAddress address)
    {
        var letters = string.Concat(TextView.Clean(text).Text.Where(char.IsLetterOrDigit));
        return letters.Contains(string.Concat(address.Name.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);
    }
}
