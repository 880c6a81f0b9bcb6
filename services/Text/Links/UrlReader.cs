namespace Moderation.Text.Links;

/// <summary>Reads addresses that say their scheme, and the rest of any address.</summary>
internal static class UrlReader
{
    private const string NotTheEnd = ".,;:!?)]}'’”»*_~…|`";
    private static readonly string[] _schemes = ["https", "http", "hxxps", "hxxp", "htxps", "htxp", "ftp"];

    /// <summary>Reads the address whose scheme ends at the colon given.</summary>
    public static bool TryRead(TextView view, ReadOnlySpan<char> text, int colon, int floor, out Address address)
    {
        address = default;
        var before = text[floor..colon];
        if (!text[colon..].StartsWith("://", StringComparison.Ordinal) || SchemeAtEndOf(before) is not { } scheme)
            return false;
        return TryReadTarget(view, text, colon - scheme.Length, colon + 3, text.Length, out address);
    }

    /// <summary>Reads what follows the two slashes of an address.</summary>
    public static bool TryReadTarget(TextView view, ReadOnlySpan<char> text, int start, int authority, int limit, out Address address)
    {
        address = default;
        var end = EndOf(view, text[..limit], authority);
        end = WithoutPunctuation(text, authority, end);
        var slash = authority;
        while (slash < end && !(text[slash] is '/' or '\\' or '?' or '#' && !IsEscaped(view, slash)))
            slash++;
        var host = Host.OfAuthority(text[authority..slash]);
        if (!HasLetterOrDigit(host.Name))
            return false;

        // https://example (dot) com
        if (slash == end && NameReader.TryExtend(text[..limit], authority, end, out var extended))
        {
            address = extended with { Start = start };
            return true;
        }
        address = new Address(start, end, host, end > slash + 1);
        return true;
    }

    /// <summary>Where the path, query or fragment ends that begins at <paramref name="at"/>, if one does.</summary>
    public static int EndOfPath(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !(text[at] is '/' or '?' or '#' || IsPort(text, at)))
            return at;
        return WithoutPunctuation(text, at, EndOf(null, text, at));
    }

    private static bool IsPort(ReadOnlySpan<char> text, int at) =>
        text[at] == ':' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static int EndOf(TextView? view, ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit is '<' or '>' or '"' or '“' or '”' or '।' or '॥' || char.IsWhiteSpace(unit))
            {
                if (view is null || !IsPercentCode(view, at))
                    break;
            }
            else if (unit == '[' && at + 1 < text.Length && text[at + 1] == '/')
                break;
        }
        return at;
    }

    /// <summary>Leaves out what ends the sentence; a closing bracket belongs to the address if its opening one does.</summary>
    private static int WithoutPunctuation(ReadOnlySpan<char> text, int start, int end)
    {
        var run = text[start..end];
        var (round, square) = (run.Count(')') - run.Count('('), run.Count(']') - run.Count('['));
        for (; end > start && NotTheEnd.Contains(text[end - 1], StringComparison.Ordinal); end--)
        {
            if (text[end - 1] == ')' && round-- <= 0)
                break;
            if (text[end - 1] == ']' && square-- <= 0)
                break;
        }
        return end;
    }

    private static string? SchemeAtEndOf(ReadOnlySpan<char> text)
    {
        foreach (var scheme in _schemes)
        {
            if (text.EndsWith(scheme, StringComparison.Ordinal))
                return scheme;
        }
        return null;
    }

    // https://good.example%2F@evil.example leads to evil.example.
    private static bool IsEscaped(TextView view, int at) => view.HasEscapes && view.Original(at, 1).Length > 1;

    // An entity has at least four units: &lt; ends an address, %3C does not.
    private static bool IsPercentCode(TextView view, int at) => view.HasEscapes && view.Original(at, 1).Length == 3;

    private static bool HasLetterOrDigit(string host)
    {
        foreach (var unit in host)
        {
            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
                return true;
        }
        return false;
    }
}
