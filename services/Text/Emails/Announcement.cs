using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>Words that say an address follows: "my email id is …", "मेरा ईमेल है …".</summary>
internal static class Announcement
{
    private const int MostLinks = 4;
    private const int LongestWord = 16;

    private static readonly WordSet _nouns = new(
        "email emails mail mailid emailid mailto gmail gmailid emailaddress eid ईमेल इमेल ई-मेल मेल ईमेलआईडी मेलआईडी जीमेल");
    private static readonly WordSet _links = new(
        "is id ids address add addr my mera meri hai he ye yeh this no at on to me as आईडी आइडी पता है मेरा मेरी यह ये पर");

    /// <summary>Whether such words stand right before the place.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int end, int floor)
    {
        for (var links = 0; links <= MostLinks; links++)
        {
            while (end > floor && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or '-' or '=' or '.' or '>' or '(' or '[' or '"' or '\'' or '*'))
                end--;
            var word = WordBefore(text, end, Math.Max(floor, end - LongestWord));
            if (_nouns.Contains(word))
                return true;
            if (!_links.Contains(word))
                return false;
            end -= word.Length;
        }
        return false;
    }
}
