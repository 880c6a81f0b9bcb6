using System.Buffers;
using System.Text;

namespace Moderation.Publisher;

/// <summary>An http or https address that stands in a line of text as it is.</summary>
/// <param name="Start">In UTF-16 units of the line.</param>
/// <param name="End">Past the last unit.</param>
/// <param name="Address">Where it leads, with everything escaped that an address may not hold.</param>
internal readonly record struct BareUrl(int Start, int End, string Address)
{
    // A danda ends a sentence; brackets open and close our own marks.
    private static readonly SearchValues<char> _breaks = SearchValues.Create("<>\"“”‘’«»`[]{}|\\^।॥");
    private static readonly SearchValues<char> _closing = SearchValues.Create(".,;:!?'*_~…");

    /// <summary>The first address that begins at <paramref name="from"/> or later.</summary>
    public static bool TryFind(string line, int from, out BareUrl found)
    {
        while (line.AsSpan(from).IndexOf("://") is var offset and >= 0)
        {
            var colon = from + offset;
            var start = colon - SchemeLength(line.AsSpan(from, offset));
            if (start == colon || !IsAlone(line, start))
            {
                from = colon + 3;
                continue;
            }

            var end = EndOf(line, colon + 3);
            if (AddressOf(line[start..end]) is { } address)
            {
                found = new BareUrl(start, end, address);
                return true;
            }

            // Nothing in an address that cannot be shown is one: each unit is read once.
            from = end;
        }

        found = default;
        return false;
    }

    // Emails were taken out of the text before; a password may still stand before the host.
    private static string? AddressOf(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    private static int SchemeLength(ReadOnlySpan<char> before) =>
        before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? 5
        : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? 4
        : 0;

    private static bool IsAlone(string line, int start) =>
        start == 0 || !(Rune.DecodeLastFromUtf16(line.AsSpan(0, start), out var before, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(before));

    private static int EndOf(string line, int at)
    {
        var end = at;
        while (end < line.Length && !char.IsWhiteSpace(line[end]) && !_breaks.Contains(line[end]))
        {
            end++;
        }

        // What closes a sentence or a bracket around the address is not part of it: "(see https://example.com/a_(b))."
        while (end > at && (_closing.Contains(line[end - 1]) || (line[end - 1] == ')' && !IsBalanced(line.AsSpan(at, end - at)))))
        {
            end--;
        }

        return end;
    }

    private static bool IsBalanced(ReadOnlySpan<char> address) => address.Count('(') >= address.Count(')');
}
