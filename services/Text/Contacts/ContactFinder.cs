namespace Moderation.Text.Contacts;

/// <summary>Finds what people write to be reached by, plain or disguised: emails, telephone numbers, UPI addresses, WhatsApp and Telegram.</summary>
public static class ContactFinder
{
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

    private static void FindOthers(TextView view, ref List<Contact>? contacts)
    {
        var text = view.Text;
        var phones = new List<ViewSpan>();
        PhoneFinder.Find(text, phones);
        SpelledNumbers.Find(text, phones);

        var whatsApp = new List<ViewSpan>();
        Messenger.WhatsApp.Find(text, phones, whatsApp);
        var telegram = new List<ViewSpan>();
        Messenger.Telegram.Find(text, phones, telegram);
        var upi = new List<ViewSpan>();
        UpiFinder.Find(text, upi);

        Add(view, ContactKind.Phone, phones, ref contacts);
        Add(view, ContactKind.WhatsApp, whatsApp, ref contacts);
        Add(view, ContactKind.Telegram, telegram, ref contacts);
        Add(view, ContactKind.Upi, upi, ref contacts);
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
