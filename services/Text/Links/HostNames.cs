namespace Moderation.Text.Links;

/// <summary>Compares the names of hosts.</summary>
public static class HostNames
{
    // Shorter names are one letter from too many others.
    private const int ShortestWithTypo = 6;

    /// <summary>Whether the host is the domain or a subdomain of it.</summary>
    public static bool IsWithin(string host, string domain)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(domain);

        var name = host.AsSpan().Trim('.');
        var of = domain.AsSpan().Trim('.');
        return of.Length > 0
            && name.EndsWith(of, StringComparison.OrdinalIgnoreCase)
            && (name.Length == of.Length || name[^(of.Length + 1)] == '.');
    }

    /// <summary>
    /// The known domain that the host imitates, or null: by look-alike letters, by one wrong letter in a name of six or more,
    /// or by standing before another domain (<c>bank.example.evil.example</c>).
    /// </summary>
    public static string? LooksLike(string host, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(known);

        return known.Count == 0 ? null : new KnownHosts(known).LooksLike(host);
    }

    /// <summary>Whether one skeleton (<see cref="HostSkeleton"/>) imitates the other.</summary>
    internal static bool Imitates(string host, string known)
    {
        if (known.Length == 0)
            return false;
        if (IsWithin(host, known))
            return true;
        if (host.Length > known.Length && host.StartsWith(known, StringComparison.Ordinal) && host[known.Length] == '.')
            return !IsCountry(host.AsSpan(known.Length + 1));

        var shortened = LastLabels(host, known.AsSpan().Count('.') + 1);
        var (name, hostName) = (NameLength(known), NameLength(shortened));
        return name >= ShortestWithTypo
            && known.AsSpan(name).SequenceEqual(shortened[hostName..])
            && IsOneEdit(known.AsSpan(0, name), shortened[..hostName]);
    }

    // shop.com and shop.com.au are often the same people.
    private static bool IsCountry(ReadOnlySpan<char> rest) => rest.Length == 2;

    private static ReadOnlySpan<char> LastLabels(ReadOnlySpan<char> host, int count)
    {
        var from = host.Length;
        for (; count > 0 && from > 0; count--)
            from = host[..from].LastIndexOf('.') is var dot and >= 0 ? dot : 0;
        return host[from..].TrimStart('.');
    }

    private static int NameLength(ReadOnlySpan<char> host) => host.IndexOf('.') is var dot and >= 0 ? dot : host.Length;

    /// <summary>Whether one letter added, left out, replaced, or two neighbours swapped make one of the other.</summary>
    private static bool IsOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var same = a.CommonPrefixLength(b);
        var x = a[same..];
        var y = b[same..];
        if (x.Length == y.Length)
        {
            return x.IsEmpty || x[1..].SequenceEqual(y[1..])
                || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..]));
        }
        return x.Length > y.Length ? x[1..].SequenceEqual(y) : y[1..].SequenceEqual(x);
    }
}
