using System.Text;

namespace Moderation.Text.Contacts;

/// <summary>Puts marks in place of contacts.</summary>
internal static class Redaction
{
    // One round does for all but texts made to fool it.
    private const int MostRounds = 8;

    public static string Of(string text, ContactMarks marks)
    {
        if (Hidden(marks.Email, marks).Count + Hidden(marks.Credentials, marks).Count + Hidden(marks.Phone ?? "", marks).Count > 0)
            throw new ArgumentException("A mark must not have what it stands for in it.", nameof(marks));

        for (var round = 0; round < MostRounds; round++)
        {
            var hidden = Hidden(text, marks);
            if (hidden.Count == 0)
                return text;
            text = Replace(text, hidden);
        }
        return Hidden(text, marks).Count == 0 ? text : marks.Email;
    }

    /// <summary>What must go, in order and apart.</summary>
    private static List<(TextSpan Span, string Mark)> Hidden(string text, ContactMarks marks)
    {
        var contacts = ContactDetails.Find(text);
        var hidden = new List<(TextSpan Span, string Mark)>(contacts.Count);
        foreach (var contact in contacts)
        {
            if (MarkOf(contact, text, marks) is not { } mark)
                continue;
            if (hidden.Count == 0 || hidden[^1].Span.End <= contact.Span.Start)
                hidden.Add((contact.Span, mark));
            else
                hidden[^1] = (Union(hidden[^1].Span, contact.Span), contact.Kind is ContactKind.Credentials ? mark : hidden[^1].Mark);
        }
        return hidden;
    }

    private static string? MarkOf(Contact contact, string text, ContactMarks marks) => contact.Kind switch
    {
        ContactKind.Email => marks.Email,
        ContactKind.Credentials => marks.Credentials,
        ContactKind.Phone => marks.Phone,
        // What is said to be of a messenger keeps its words; the number has its own contact. A link goes with its number.
        _ => marks.Phone is not null && (contact.Kind is ContactKind.Upi || IsLink(text, contact.Span)) && HasNumber(text, contact.Span) ? marks.Phone : null,
    };

    private static bool IsLink(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).ContainsAny('/', '%', '&');

    private static bool HasNumber(string text, TextSpan span) =>
        Digits.HasAtLeast(PhoneShape.FewestDigits, TextView.Decoded(text.Substring(span.Start, span.Length)).Text);

    private static TextSpan Union(TextSpan first, TextSpan second) => first with { Length = Math.Max(first.End, second.End) - first.Start };

    private static string Replace(string text, List<(TextSpan Span, string Mark)> hidden)
    {
        var replaced = new StringBuilder(text.Length);
        var from = 0;
        foreach (var (span, mark) in hidden)
        {
            replaced.Append(text, from, span.Start - from).Append(mark);
            from = span.End;
        }
        return replaced.Append(text, from, text.Length - from).ToString();
    }
}
