using System.Text;

namespace Moderation.Text.Links;

/// <summary>A host's name as a link's target has it.</summary>
internal readonly record struct Host(string Name, bool IsPunycode)
{
    /// <summary>Reads the host of <c>user:password@host:port</c>; an empty one if there is none.</summary>
    public static Host OfAuthority(ReadOnlySpan<char> authority)
    {
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        if (authority.StartsWith('[') && authority.IndexOf(']') is var close and > 0 && authority[..close].Contains(':'))
            return new Host(authority[..(close + 1)].ToString(), false);
        if (authority.IndexOf(':') is var port and >= 0)
            authority = authority[..port];
        return Of(authority.ToString());
    }

    /// <summary>Reads a name that may be escaped, defanged (<c>example[.]com</c>) or in punycode.</summary>
    public static Host Of(string name)
    {
        if (name.Contains('%', StringComparison.Ordinal))
        {
            name = TextView.Decoded(name).Text;
            name = name[(name.LastIndexOf('@') + 1)..];
        }
        if (name.AsSpan().ContainsAny("([{。"))
            name = WithPlainDots(name);
        if (name.AsSpan().IndexOfAny("/\\?#") is var end and >= 0)
            name = name[..end];
        name = name.Trim('.');

        if (!name.Contains("xn--", StringComparison.Ordinal))
            return new Host(name, false);
        var labels = name.Split('.');
        if (!Array.Exists(labels, Punycode.Is))
            return new Host(name, false);
        return new Host(string.Join('.', labels.Select(Punycode.Decode)), true);
    }

    private static string WithPlainDots(string name)
    {
        var plain = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            if (LinkDot.TryRead(name, at, out var dot))
            {
                plain.Append('.');
                at = dot.End;
            }
            else
                plain.Append(name[at++]);
        }
        return plain.ToString();
    }
}
