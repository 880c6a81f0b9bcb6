using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>Words that say an address follows: "my email id is …", "मेरा ईमेल है …".</summary>
internal static class Announcement
{
    private const int MostLinks = 4;
    private const int LongestWord = 16;

    private static readonly WordSet _nouns = new(
        "email emails mail mailid emailid mailto gmail gmailid emailaddress eid id ids ईमेल इमेल ई-मेल मेल ईमेलआईडी मेलआईडी जीमेल आईडी आइडी");
    private static readonly WordSet _glued = new("email gmail emailid ईमेल मेल पता संपर्क आईडी");
    private static readonly WordSet _links = new(
        "is address add addr my mera meri hai he ye yeh this no at on to me as पता है मेरा मेरी यह ये पर");

    /// <summary>The run without such a word glued to its beginning: <c>email=</c>, <c>ईमेल-</c>.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> run)
    {
        var end = run.IndexOfAny('=', '-');
        return end > 0 && end < run.Length - 1 && _glued.Contains(run[..end]) ? run[(end + 1)..] : run;
    }

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
