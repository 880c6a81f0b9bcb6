using Moderation.Text.Contacts;

namespace Moderation.Text.Tests;

/// <summary>The emails and logins among the contacts of a text.</summary>
internal static class Emails
{
    public static TextSpan[] In(string text) =>
        [.. ContactDetails.Find(text).Where(contact => contact.Kind is ContactKind.Email or ContactKind.Credentials).Select(contact => contact.Span)];

    /// <summary>The text with one mark for all of them.</summary>
    public static string Redact(string text, string mark) => Redact(text, mark, mark);

    public static string Redact(string text, string email, string login) =>
        ContactDetails.Redact(text, new ContactMarks { Email = email, Credentials = login });
}
