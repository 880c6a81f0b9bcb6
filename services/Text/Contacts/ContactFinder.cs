using System.Buffers;

namespace Moderation.Text.Contacts;

/// <summary>Finds what people write to be reached by, plain or disguised: emails, telephone numbers, UPI addresses, WhatsApp and Telegram.</summary>
public static class ContactFinder
{
    private static readonly SearchValues<char> _signs = SearchValues.Create("0123456789@&%:/");

    /// <summary>
    /// The contacts in the order of the text. One that is two at once is told twice: a number said to be of WhatsApp, a payment
    /// address that begins with a number. The time is linear in the text.
    /// </summary>
    public static IReadOnlyList<Contact> Find(string original)
    {
        ArgumentNullException.ThrowIfNull(original);

        List<Contact>? contacts = null;
        foreach (var email in ContactDetails.FindEmails(original))
            (contacts ??= []).Add(new Contact(ContactKind.Email, email));
        if (!MayHaveOthers(original))
            return contacts ?? (IReadOnlyList<Contact>)[];

        var emails = contacts?.Count ?? 0;
        FindOthers(TextView.Decoded(original), ref contacts);
        if (contacts is null)
            return [];
        if (emails > 0)
            DropPartsOfEmails(contacts, emails);
        if (contacts.Count > 1)
            contacts.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Kind.CompareTo(b.Kind));
        return contacts;
    }

    /// <summary>Whether the text has a digit, a sign of an address, a number word, or characters that may be read as such.</summary>
    private static bool MayHaveOthers(ReadOnlySpan<char> text) =>
        text.ContainsAny(_signs) || Digits.MayBeDisguisedIn(text) || SpelledNumbers.MayFindIn(text);

    private static void FindOthers(TextView view, ref List<Contact>? contacts)
    {
        var text = view.Text;
        var phones = new List<ViewSpan>();
        PhoneFinder.Find(text, phones);
        SpelledNumbers.Find(text, phones);

        var found = new List<ViewSpan>();
        Add(view, ContactKind.Phone, phones, ref contacts);
        Messenger.WhatsApp.Find(text, phones, found);
        Add(view, ContactKind.WhatsApp, found, ref contacts);
        found.Clear();
        Messenger.Telegram.Find(text, phones, found);
        Add(view, ContactKind.Telegram, found, ref contacts);
        found.Clear();
        UpiFinder.Find(text, found);
        Add(view, ContactKind.Upi, found, ref contacts);
    }

    private static void Add(TextView view, ContactKind kind, List<ViewSpan> spans, ref List<Contact>? contacts)
    {
        foreach (var span in spans)
            (contacts ??= []).Add(new Contact(kind, view.Original(span.Start, span.End - span.Start)));
    }

    // 9876543210@example.com is an email and no number.
    private static void DropPartsOfEmails(List<Contact> contacts, int emails)
    {
        var spans = contacts.GetRange(0, emails);
        var next = 0;
        var others = contacts.GetRange(emails, contacts.Count - emails);
        others.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        contacts.RemoveRange(emails, contacts.Count - emails);
        foreach (var other in others)
        {
            while (next < emails && spans[next].Span.End <= other.Span.Start)
                next++;
            if (next == emails || spans[next].Span.Start >= other.Span.End || other.Kind is ContactKind.WhatsApp or ContactKind.Telegram)
                contacts.Add(other);
        }
    }
}
