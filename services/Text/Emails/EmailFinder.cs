using Moderation.Text.Contacts;

namespace Moderation.Text.Emails;

/// <summary>Finds emails and logins in every reading of a text in which one may hide.</summary>
internal static class EmailFinder
{
    // Escapes of escapes of different kinds, %26%2364; for one. Who reads on has a program for it.
    private const int MostReadings = 8;

    private static readonly List<ViewSpan> _none = [];
    private static readonly List<TextView> _plainly = [];

    /// <summary>The emails and logins in the order of the text and apart from each other; null if there is none.</summary>
    /// <param name="decoded"><see cref="TextView.Decoded"/> of the text.</param>
    public static List<Contact>? Find(TextView decoded)
    {
        var found = FindIn(decoded, _plainly, null);
        if (decoded.HasEscapes || EscapeSequence.MayOccurIn(decoded.Text))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { decoded.Text };
            found = FindDeeper(decoded, seen, found);
            // An escape can also hide what is plain without it, "%40@example.com", or have in it what nobody sees.
            var clean = TextView.Clean(decoded.Written);
            if (seen.Add(clean.Text))
                found = FindDeeper(clean, seen, FindIn(clean, _plainly, found));
        }
        if (!ReferenceEquals(decoded.Text, decoded.Written) && CircledAt.In(decoded.Written) is { } signed)
            found = FindIn(TextView.Decoded(signed), _plainly, found);
        return found is null ? null : Apart(found);
    }

    /// <summary>Reads escapes of escapes, and those that are none before invisible characters are gone.</summary>
    private static List<Contact>? FindDeeper(TextView first, HashSet<string> seen, List<Contact>? found)
    {
        var outer = new List<TextView> { first };
        for (var view = TextView.Decoded(first.Text); view.HasEscapes && outer.Count < MostReadings && seen.Add(view.Text); view = TextView.Decoded(view.Text))
        {
            found = FindIn(view, outer, found);
            outer.Add(view);
        }
        return found;
    }

    private static List<Contact>? FindIn(TextView view, List<TextView> outer, List<Contact>? found)
    {
        List<ViewSpan>? spans = null;
        var scanner = new EmailScanner(view.Text);
        while (scanner.TryFind(out var kind, out var start, out var end))
        {
            (spans ??= []).Add(new ViewSpan(start, end));
            Add(kind, new ViewSpan(start, end), view, outer, ref found);
        }
        List<ViewSpan>? others = null;
        ProviderFinder.Find(view.Text, spans, ref others);
        GluedSigns.Find(view, ref others);
        if (PlainReading.Of(view.Text) is { } plain)
            FindIn(plain, ref others);
        foreach (var span in others ?? _none)
            Add(ContactKind.Email, span, view, outer, ref found);
        return found;
    }

    private static void FindIn(PlainReading plain, ref List<ViewSpan>? found)
    {
        List<ViewSpan>? spans = null;
        var scanner = new EmailScanner(plain.Text);
        while (scanner.TryFind(out _, out var start, out var end))
            (spans ??= []).Add(new ViewSpan(start, end));
        List<ViewSpan>? others = null;
        ProviderFinder.Find(plain.Text, spans, ref others);
        foreach (var span in (spans ?? _none).Concat(others ?? _none))
            (found ??= []).Add(new ViewSpan(plain.StartOf(span.Start), plain.EndOf(span.End - 1)));
    }

    private static void Add(ContactKind kind, ViewSpan place, TextView view, List<TextView> outer, ref List<Contact>? found)
    {
        var span = view.Original(place.Start, place.End - place.Start);
        for (var depth = outer.Count - 1; depth >= 0; depth--)
            span = outer[depth].Original(span.Start, span.Length);
        (found ??= []).Add(new Contact(kind, span));
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
