namespace Moderation.Text.Links;

/// <summary>
/// Reads the links of HTML, BBCode and Markdown with the text they show. It remembers which closing tags are missing
/// further on, so that none is searched for twice.
/// </summary>
internal struct Markup
{
    private const int LongestTitle = 120;

    private bool _noAnchorFollows;
    private bool _noCodeFollows;

    /// <summary>Reads the link whose first bracket stands at <paramref name="at"/>.</summary>
    public bool TryRead(TextView view, ReadOnlySpan<char> text, int at, out FoundLink found)
    {
        found = default;
        var rest = text[at..];
        if (rest[0] == '<')
            return rest.Length > 2 && rest[1] == 'a' && (char.IsWhiteSpace(rest[2]) || rest[2] == '/') && TryReadAnchor(view, text, at, out found);
        if (rest.StartsWith("[url", StringComparison.Ordinal) && TryReadCode(view, text, at, out found))
            return true;
        return TryReadMarkdown(view, text, at, out found);
    }

    private bool TryReadAnchor(TextView view, ReadOnlySpan<char> text, int at, out FoundLink found)
    {
        found = default;
        var tagEnd = EndOfTag(text, at + 1, '<', '>');
        if (tagEnd < 0)
            return false;
        var tag = text[at..tagEnd];
        var href = tag.IndexOf("href");
        if (href < 0)
            return false;
        var target = SkipSpace(text, at + href + 4, tagEnd);
        if (target >= tagEnd || text[target] != '=')
            return false;
        target = SkipSpace(text, target + 1, tagEnd);
        var end = EndOfTarget(text, ref target, tagEnd);
        if (!TryReadTarget(view, text, target, end, out var address))
            return false;

        var shown = tagEnd + 1;
        var (close, closeEnd) = FindClose(text, shown, '<', "<a", "</a", '>', ref _noAnchorFollows);
        found = new FoundLink(at, closeEnd, address, HostIn(view, shown, close));
        return true;
    }

    private bool TryReadCode(TextView view, ReadOnlySpan<char> text, int at, out FoundLink found)
    {
        found = default;
        var tagEnd = EndOfTag(text, at + 1, '[', ']');
        if (tagEnd < 0)
            return false;
        var shown = tagEnd + 1;
        var (close, closeEnd) = FindClose(text, shown, '[', "[url", "[/url", ']', ref _noCodeFollows);
        var hasTarget = text[at + 4] == '=';
        var target = hasTarget ? at + 5 : shown;
        var end = hasTarget ? EndOfTarget(text, ref target, tagEnd) : close;
        if (!TryReadTarget(view, text, target, end, out var address))
            return false;
        found = new FoundLink(at, closeEnd, address, HostIn(view, shown, close));
        return true;
    }

    private static bool TryReadMarkdown(TextView view, ReadOnlySpan<char> text, int at, out FoundLink found)
    {
        found = default;
        var close = EndOfTag(text, at + 1, '[', ']');
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != '(')
            return false;
        var target = SkipSpace(text, close + 2, text.Length);
        var (end, depth) = (target, 0);
        for (; end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '[' && (text[end] != ')' || depth > 0); end++)
            depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
        var title = text.Slice(end, Math.Min(LongestTitle, text.Length - end));
        var linkEnd = title.IndexOfAny(')', '\n') is var last and >= 0 && title[last] == ')' ? end + last + 1 : end;
        if (!TryReadTarget(view, text, target, end, out var address))
            return false;
        found = new FoundLink(at, linkEnd, address, HostIn(view, at + 1, close));
        return true;
    }

    /// <summary>Where the tag ends; less than 0 if it does not, or another begins in it.</summary>
    private static int EndOfTag(ReadOnlySpan<char> text, int at, char open, char close)
    {
        var end = text[at..].IndexOfAny(open, close);
        return end >= 0 && text[at + end] == close ? at + end : -1;
    }

    /// <summary>Where the text of a link ends, and where its closing tag does. Without one the text is empty.</summary>
    private static (int Start, int End) FindClose(
        ReadOnlySpan<char> text, int from, char bracket, string opening, string closing, char end, ref bool noneFollows)
    {
        if (noneFollows)
            return (from, from);
        for (var at = from; ; at++)
        {
            var found = text[at..].IndexOf(bracket);
            if (found < 0)
                break;
            at += found;
            if (text[at..].StartsWith(closing, StringComparison.Ordinal))
            {
                var tagEnd = EndOfTag(text, at + 1, bracket, end);
                return (at, tagEnd < 0 ? at + closing.Length : tagEnd + 1);
            }
            if (text[at..].StartsWith(opening, StringComparison.Ordinal))
                return (from, from);
        }
        noneFollows = true;
        return (from, from);
    }

    private static int EndOfTarget(ReadOnlySpan<char> text, ref int target, int limit)
    {
        if (target < limit && text[target] is '"' or '\'')
        {
            var quote = text[target++];
            var length = text[target..limit].IndexOf(quote);
            return length < 0 ? limit : target + length;
        }
        var end = target;
        while (end < limit && !char.IsWhiteSpace(text[end]))
            end++;
        return end;
    }

    private static bool TryReadTarget(TextView view, ReadOnlySpan<char> text, int from, int to, out Address address)
    {
        if (text[from..to].StartsWith("//", StringComparison.Ordinal) && UrlReader.TryReadTarget(view, text, from, from + 2, to, out address))
            return true;
        var scanner = new LinkScanner(view, from, to, readsMarkup: false);
        var isFound = scanner.TryFind(out var found);
        address = found.Address;
        return isFound;
    }

    private static string? HostIn(TextView view, int from, int to)
    {
        var scanner = new LinkScanner(view, from, to, readsMarkup: false);
        return scanner.TryFind(out var found) ? found.Address.Host.Name : null;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
