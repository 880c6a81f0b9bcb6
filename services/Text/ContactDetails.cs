using Moderation.Text.Emails;

namespace Moderation.Text;

/// <summary>Finds what people write to be reached by, plain or disguised.</summary>
public static class ContactDetails
{
    // One round does for all but texts made to fool it.
    private const int MostRounds = 8;

    /// <summary>Where email addresses and <c>user:password@host</c> credentials stand in the text, in order and apart.</summary>
    public static IReadOnlyList<TextSpan> FindEmails(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        return FindEmails(TextView.Decoded(text));
    }

    /// <summary>As <see cref="FindEmails(string)"/>, for a text that has been read already.</summary>
    /// <param name="decoded"><see cref="TextView.Decoded"/> of the text; any other view has less to see.</param>
    public static IReadOnlyList<TextSpan> FindEmails(TextView decoded)
    {
        ArgumentNullException.ThrowIfNull(decoded);

        var spans = FindIn(decoded, null);
        // An escape can also hide what is plain without it: "%40@example.com".
        if (decoded.HasEscapes)
            spans = FindIn(TextView.Clean(decoded.Written), spans);
        return spans is null ? Array.Empty<TextSpan>() : Merged(spans);
    }

    /// <summary>
    /// The text with <paramref name="mark"/> in place of every email. <see cref="FindEmails(string)"/> finds nothing in it, so doing it
    /// again changes nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The mark has an email in it.</exception>
    public static string StripEmails(string text, string mark)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (FindEmails(mark).Count > 0)
            throw new ArgumentException("The mark must not be an email itself.", nameof(mark));

        for (var round = 0; round < MostRounds; round++)
        {
            var spans = FindEmails(text);
            if (spans.Count == 0)
                return text;
            text = Replace(text, spans, mark);
        }
        return FindEmails(text).Count == 0 ? text : mark;
    }

    private static List<TextSpan>? FindIn(TextView view, List<TextSpan>? spans)
    {
        var scanner = new EmailScanner(view.Text);
        while (scanner.TryFind(out var start, out var end))
            (spans ??= []).Add(view.Original(start, end - start));
        return spans;
    }

    private static List<TextSpan> Merged(List<TextSpan> spans)
    {
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<TextSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { Length = Math.Max(merged[^1].End, span.End) - merged[^1].Start };
            else
                merged.Add(span);
        }
        return merged;
    }

    private static string Replace(string text, IReadOnlyList<TextSpan> spans, string mark)
    {
        var replaced = new System.Text.StringBuilder(text.Length);
        var from = 0;
        foreach (var span in spans)
        {
            replaced.Append(text, from, span.Start - from).Append(mark);
            from = span.End;
        }
        return replaced.Append(text, from, text.Length - from).ToString();
    }
}
