using Moderation.Text.Contacts;

namespace Moderation.Text;

/// <summary>Finds what people write to be reached by, plain or disguised, and takes it out of what others may read.</summary>
public static class ContactDetails
{
    /// <summary>
    /// The contacts in the order of the text. One that is two at once is told twice: a number said to be of WhatsApp, a payment
    /// address that begins with a number. Emails and logins stand apart from each other. The time is linear in the text.
    /// </summary>
    public static IReadOnlyList<Contact> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        return ContactFinder.Find(TextView.Decoded(text));
    }

    /// <summary>As <see cref="Find(string)"/>, for a text that has been read already.</summary>
    /// <param name="decoded"><see cref="TextView.Decoded"/> of the text; any other view has less to see.</param>
    public static IReadOnlyList<Contact> Find(TextView decoded)
    {
        ArgumentNullException.ThrowIfNull(decoded);

        return ContactFinder.Find(decoded);
    }

    /// <summary>
    /// The text with a mark in place of every email and login and, if there is a mark for them, of every telephone number, also one
    /// in a link of a messenger or in a payment address. Nothing of the kind is found in it, so doing it again changes nothing.
    /// </summary>
    /// <exception cref="ArgumentException">A mark has something in it that it stands for.</exception>
    public static string Redact(string text, ContactMarks marks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marks);

        return Redaction.Of(text, marks);
    }
}
