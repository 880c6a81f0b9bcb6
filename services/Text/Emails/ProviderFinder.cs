using System.Buffers;
using Moderation.Text.Contacts;

namespace Moderation.Text.Emails;

/// <summary>
/// Finds addresses at a known provider that have no at sign of their own: <c>naam99 gmail.com</c>, <c>naamatgmaildotcom</c>,
/// <c>naam*gmail.com</c>, "email id naam gmail.com".
/// </summary>
internal static class ProviderFinder
{
    private const int LongestDomain = 48;

    private static readonly SearchValues<string> _latin = SearchValues.Create(["gmail", "googlemail", "yahoo", "hotmail", "outlook", "rediff", "icloud", "proton"], StringComparison.Ordinal);
    private static readonly SearchValues<string> _devanagari = SearchValues.Create(["जीमेल", "जिमेल", "याहू", "हॉटमेल", "आउटलुक", "रेडिफ"], StringComparison.Ordinal);
    private static readonly string[] _parts = ["मेल", "याहू", "आउटलुक", "रेडिफ"];

    /// <summary>Adds the addresses that stand apart from those found before.</summary>
    /// <param name="text">A view.</param>
    /// <param name="known">What was found in the view, in order.</param>
    /// <param name="found">What is found.</param>
    public static void Find(ReadOnlySpan<char> text, List<ViewSpan>? known, ref List<ViewSpan>? found)
    {
        if (text.ContainsAny(_latin))
            FindAny(text, _latin, known, ref found);
        // In "कॉम" and "डॉट". Each by itself is faster than all at once.
        if (!text.Contains('ॉ'))
            return;
        foreach (var part in _parts)
        {
            if (text.Contains(part, StringComparison.Ordinal))
            {
                FindAny(text, _devanagari, known, ref found);
                return;
            }
        }
    }

    private static void FindAny(ReadOnlySpan<char> text, SearchValues<string> providers, List<ViewSpan>? known, ref List<ViewSpan>? found)
    {
        var (next, floor) = (0, 0);
        for (var at = 0; text[at..].IndexOfAny(providers) is var more and >= 0; at++)
        {
            at += more;
            for (; known is not null && next < known.Count && known[next].Start <= at; next++)
                floor = Math.Max(floor, known[next].End);
            if (at < floor || !TryRead(text, at, floor, out var address))
                continue;
            (found ??= []).Add(address);
            floor = address.End;
            at = floor - 1;
        }
    }

    private static bool TryRead(ReadOnlySpan<char> text, int at, int floor, out ViewSpan address)
    {
        address = default;
        if (NameAtProvider.StartOf(text, at, floor) is not { } name)
            return false;
        var near = text[..Math.Min(text.Length, at + LongestDomain)];
        if (!Domain.TryRead(near, new AtSign(at, at, AtForm.Marked), out var domain) || !domain.IsWhole)
            return false;
        address = new ViewSpan(name, domain.End);
        return true;
    }
}
