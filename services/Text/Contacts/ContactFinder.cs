using Moderation.Text.Emails;

namespace Moderation.Text.Contacts;

/// <summary>Brings together all kinds of contacts that a view has.</summary>
internal static class ContactFinder
{
    private static readonly List<ViewSpan> _none = [];

    public static IReadOnlyList<Contact> Find(TextView decoded)
    {
        var contacts = EmailFinder.Find(decoded);
        var emails = contacts?.Count ?? 0;
        FindOthers(decoded, ref contacts);
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
        List<ViewSpan>? phones = null;
        PhoneFinder.Find(text, ref phones);
        SpelledNumbers.Find(text, ref phones);
        Add(view, ContactKind.Phone, phones, ref contacts);
        if (phones is null && !text.AsSpan().ContainsAny('@', '/'))
            return;

        List<ViewSpan>? found = null;
        Messenger.WhatsApp.Find(text, phones ?? _none, ref found);
        Add(view, ContactKind.WhatsApp, found, ref contacts);
        found = null;
        Messenger.Telegram.Find(text, phones ?? _none, ref found);
        Add(view, ContactKind.Telegram, found, ref contacts);
        found = null;
        UpiFinder.Find(text, ref found);
        Add(view, ContactKind.Upi, found, ref contacts);
    }

    private static void Add(TextView view, ContactKind kind, List<ViewSpan>? spans, ref List<Contact>? contacts)
    {
        if (spans is null)
            return;
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
