using Moderation.Text.Contacts;

namespace Moderation.Text.Emails;

/// <summary>Finds emails and logins in every reading of a text in which one may hide.</summary>
internal static class EmailFinder
{
    // Escapes of escapes of different kinds, %26%2364; for one. Who reads on has a program for it.
    private const int MostReadings = 8;

    /// <summary>The emails and logins in the order of the text and apart from each other; null if there is none.</summary>
    /// <param name="decoded"><see cref="TextView.Decoded"/> of the text.</param>
    public static List<Contact>? Find(TextView decoded)
    {
        var found = FindIn(decoded, [], null);
        if (decoded.HasEscapes)
        {
            // An escape can also hide what is plain without it: "%40@example.com".
            found = FindIn(TextView.Clean(decoded.Written), [], found);
            found = FindDeeper(decoded, found);
        }
        return found is null ? null : Apart(found);
    }

    private static List<Contact>? FindDeeper(TextView decoded, List<Contact>? found)
    {
        var outer = new List<TextView> { decoded };
        for (var view = TextView.Decoded(decoded.Text); view.HasEscapes && outer.Count < MostReadings; view = TextView.Decoded(view.Text))
        {
            found = FindIn(view, outer, found);
            outer.Add(view);
        }
        return found;
    }

    private static List<Contact>? FindIn(TextView view, List<TextView> outer, List<Contact>? found)
    {
        var scanner = new EmailScanner(view.Text);
        while (scanner.TryFind(out var kind, out var start, out var end))
        {
            var span = view.Original(start, end - start);
            for (var depth = outer.Count - 1; depth >= 0; depth--)
                span = outer[depth].Original(span.Start, span.Length);
            (found ??= []).Add(new Contact(kind, span));
        }
        return found;
    }

    private static List<Contact> Apart(List<Contact> found)
    {
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var apart = new List<Contact>(found.Count);
        foreach (var contact in found)
        {
            if (apart.Count == 0 || contact.Span.Start > apart[^1].Span.End)
            {
                apart.Add(contact);
                continue;
            }
            var last = apart[^1];
            // A password is worth more than the address it belongs to.
            var kind = contact.Kind is ContactKind.Credentials ? contact.Kind : last.Kind;
            apart[^1] = new Contact(kind, last.Span with { Length = Math.Max(last.Span.End, contact.Span.End) - last.Span.Start });
        }
        return apart;
    }
}
