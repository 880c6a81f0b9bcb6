namespace Moderation.Text.Links;

/// <summary>
/// Finds links as people write them: with a scheme (<c>https</c>, <c>hxxp</c>), <c>www.</c>, bare names of known top-level domains,
/// <c>example[.]com</c>, <c>example dot com</c>, and the links of HTML, BBCode and Markdown. Email addresses are not links.
/// </summary>
public static class LinkFinder
{
    /// <summary>The links in the order of the text, each once and apart. The time is linear in the text.</summary>
    /// <param name="view">Either view will do. Read decoded, an escaped sign of a URL does not end its host.</param>
    public static IReadOnlyList<Link> Find(TextView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!LinkScanner.MayFindIn(view.Text))
            return [];

        List<Link>? links = null;
        var scanner = new LinkScanner(view, 0, view.Text.Length, readsMarkup: true);
        while (scanner.TryFind(out var found))
        {
            (links ??= []).Add(new Link
            {
                Span = view.Original(found.Start, found.End - found.Start),
                Host = found.Address.Host.Name,
                IsPunycode = found.Address.Host.IsPunycode,
                ShownHost = found.ShownHost,
                HasPath = found.Address.HasPath,
            });
        }
        return links ?? (IReadOnlyList<Link>)[];
    }
}
