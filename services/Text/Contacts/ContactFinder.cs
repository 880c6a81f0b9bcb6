using System.Text.RegularExpressions;

namespace Moderation.Text.Contacts;

/// <summary>Finds contact details of every kind.</summary>
public static partial class ContactFinder
{
    /// <summary>The contact details of a text.</summary>
    public static IReadOnlyList<Contact> Find(string original)
    {
        var contacts = ContactDetails.FindEmails(original).Select(span => new Contact(ContactKind.Email, span)).ToList();
        foreach (var match in Phones().EnumerateMatches(original))
            contacts.Add(new Contact(ContactKind.Phone, new TextSpan(match.Index, match.Length)));
        foreach (var match in Upi().EnumerateMatches(original))
            contacts.Add(new Contact(ContactKind.Upi, new TextSpan(match.Index, match.Length)));
        foreach (var match in WhatsApp().EnumerateMatches(original))
            contacts.Add(new Contact(ContactKind.WhatsApp, new TextSpan(match.Index, match.Length)));
        foreach (var match in Telegram().EnumerateMatches(original))
            contacts.Add(new Contact(ContactKind.Telegram, new TextSpan(match.Index, match.Length)));
        return contacts;
    }

    [GeneratedRegex(@"\+?\d{4,5}[ -]?\d{5,6}", RegexOptions.NonBacktracking)]
    private static partial Regex Phones();

    [GeneratedRegex(@"[a-z0-9.]{2,40}@(?:ybl|okaxis|oksbi|paytm|upi)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Upi();

    [GeneratedRegex(@"(?:wa\.me/|chat\.whatsapp\.com/)[^\s]+", RegexOptions.NonBacktracking)]
    private static partial Regex WhatsApp();

    [GeneratedRegex(@"t\.me/[^\s]+", RegexOptions.NonBacktracking)]
    private static partial Regex Telegram();
}
